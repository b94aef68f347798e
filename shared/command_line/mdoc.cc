// Words of prose are looked at one by one; what is no macro is put together to lines again.
#include "shared/command_line/mdoc.h"

#include <algorithm>
#include <cctype>

#include "shared/base/strings.h"
#include "shared/command_line/description.h"

namespace dateline::command_line {
namespace {

constexpr std::size_t kLongestLine = 80;  // bytes
constexpr std::string_view kClosing = ".,;:)!?";

// What mdoc would take for something else.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\') {
      out += "\\e";
    } else if (text.substr(at).starts_with("…")) {
      out += "...";
      at += std::string_view("…").size() - 1;
    } else {
      out += text[at];
    }
  }
  return out;
}

// An argument that no word of is taken for a macro.
std::string quoted_argument(std::string_view text) {
  std::string out = "\"";
  for (const char c : escaped(text)) {
    if (c == '"') {
      out += "\\(dq";
    } else {
      out += c;
    }
  }
  return out + "\"";
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 &&
         std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || c == '_'; });
}

// Words that are written in capitals and stand for no value.
bool is_name(std::string_view word) {
  constexpr std::string_view kNames[] = {"JSON", "CSV",  "TSV", "AND", "OR",    "NOT", "NEAR", "UTF", "ISO",
                                         "URL",  "HTML", "RFC", "NUL", "ASCII", "TAB", "CNN",  "OK"};
  return std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames);
}

class Prose {
 public:
  void paragraph(std::string_view text) {
    if (!out_.empty()) out_ += ".Pp\n";
    for (std::size_t at = 0; at < text.size();) {
      if (text[at] == ' ') {
        ++at;
        continue;
      }
      const std::size_t end = end_of_token(text, at);
      token(text.substr(at, end - at));
      at = end;
    }
    end_line();
  }
  std::string take() { return std::move(out_); }

 private:
  // A word, or all between two single quotes with the punctuation behind them.
  static std::size_t end_of_token(std::string_view text, std::size_t at) {
    const std::size_t open = text[at] == '(' ? at + 1 : at;
    const bool quoted = open < text.size() && text[open] == '\'';
    for (std::size_t close = open + 1; quoted && close < text.size(); ++close) {
      if (text[close] != '\'') continue;
      const std::size_t end = std::min(text.find_first_not_of(kClosing, close + 1), text.size());
      if (end == text.size() || text[end] == ' ') return end;
    }
    return std::min(text.find(' ', at), text.size());
  }

  void token(std::string_view whole) {
    const bool opened = whole.starts_with('(');
    const std::string_view inner = whole.substr(opened ? 1 : 0);
    const std::size_t end = inner.find_last_not_of(kClosing) + 1;
    const std::string call = macro_of(inner.substr(0, end));
    if (call.empty()) return plain(whole);
    end_line();
    out_ += concat({".", call.substr(0, 3), opened ? "( " : "", call.substr(3)});
    for (const char c : inner.substr(end)) out_ += concat({" ", std::string_view(&c, 1)});
    out_ += '\n';
  }

  static std::string macro_of(std::string_view word) {
    if (word.size() > 2 && word.front() == '\'' && word.back() == '\'') {
      return "Ql " + quoted_argument(word.substr(1, word.size() - 2));
    }
    if (word == "--") return "Fl -";
    if (word.starts_with("--") && word.size() > 2 && std::isalpha(static_cast<unsigned char>(word[2])) != 0) {
      return concat({"Fl ", word.substr(1)});
    }
    if (word.starts_with('$') && is_capitals(word.substr(1))) return concat({"Ev ", word.substr(1)});
    if (word.starts_with("docs/") || word.starts_with("~/")) return concat({"Pa ", word});
    if (is_capitals(word) && !is_name(word)) return concat({"Ar ", word});
    return {};
  }

  void plain(std::string_view word) {
    const std::string text = escaped(word);
    if (!line_.empty() && line_.size() + 1 + text.size() > kLongestLine) end_line();
    if (line_.empty() && (text.front() == '.' || text.front() == '\'')) line_ = "\\&";
    line_ += concat({line_.empty() || line_ == "\\&" ? "" : " ", text});
    if (kSentenceEnds.find(text.back()) != std::string_view::npos) end_line();
  }

  void end_line() {
    if (!line_.empty()) out_ += concat({line_, "\n"});
    line_.clear();
  }

  static constexpr std::string_view kSentenceEnds = ".!?";
  std::string out_, line_;
};

std::string macro_of_argument(std::string_view word) {
  const bool may_go = word.starts_with('[') && word.ends_with(']');
  if (may_go) word = word.substr(1, word.size() - 2);
  std::string what = word.starts_with("--") ? concat({"Fl ", word.substr(1)}) : concat({"Ar ", word});
  for (std::size_t bar = what.find('|'); bar != std::string::npos; bar = what.find('|', bar + 3)) {
    what.replace(bar, 1, " | ");
  }
  return mdoc_dots(concat({may_go ? "Op " : "", what}));
}

// At blanks, but "[A B…]" stays together.
std::vector<std::string_view> parts_of(std::string_view arguments) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0, depth = 0;
  for (std::size_t at = 0; at <= arguments.size(); ++at) {
    const char c = at < arguments.size() ? arguments[at] : ' ';
    if (c == '[') ++depth;
    if (c == ']' && depth > 0) --depth;
    if (c != ' ' || (depth > 0 && at < arguments.size())) continue;
    if (at > begin) parts.push_back(arguments.substr(begin, at - begin));
    begin = at + 1;
  }
  return parts;
}

}  // namespace

std::string mdoc_prose(std::string_view text) {
  Prose prose;
  std::string paragraph;
  for (const std::string_view line : split_lines(text)) {
    if (!line.empty()) {
      paragraph += concat({line, " "});
    } else if (!paragraph.empty()) {
      prose.paragraph(paragraph);
      paragraph.clear();
    }
  }
  if (!paragraph.empty()) prose.paragraph(paragraph);
  return prose.take();
}

std::string mdoc_arguments(std::string_view arguments) {
  std::string text;
  for (const std::string_view part : parts_of(arguments)) text += concat({".", macro_of_argument(part), "\n"});
  return text;
}

std::string mdoc_inline_arguments(std::string_view arguments) {
  std::string text;
  for (const std::string_view part : parts_of(arguments)) {
    const std::string what = macro_of_argument(part);
    text += what.starts_with("Op ") ? concat({" Oo ", what.substr(3), " Oc"}) : concat({" ", what});
  }
  return text;
}

std::string mdoc_literal(std::string_view lines) {
  std::string text;
  for (const std::string_view line : split_lines(lines)) {
    if (!line.empty()) text += concat({line.front() == '.' || line.front() == '\'' ? "\\&" : "", escaped(line), "\n"});
  }
  return text;
}

std::string mdoc_dots(std::string_view text) {
  std::string out(text);
  for (std::size_t at = out.find("…"); at != std::string::npos; at = out.find("…", at)) {
    const bool apart = at > 0 && out[at - 1] != ' ';
    out.replace(at, std::string_view("…").size(), apart ? " ..." : "...");
  }
  return out;
}

}  // namespace dateline::command_line
