// Times are local: they are for people.
#include "query/cli/history_format.h"

#include <algorithm>
#include <vector>

#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kContextWords = 12;  // that are printed around a change

std::string change_of(const dateline_revision& revision) {
  if (revision.number == 1) return counted(revision.words, "word");
  return "+" + with_thousands(revision.words_added) + " −" + with_thousands(revision.words_removed);
}

struct Piece {
  int kind = 0;  // as in dateline_diff_part
  std::string text;
};
using Paragraph = std::vector<Piece>;

bool is_changed(const Paragraph& paragraph) {
  return std::any_of(paragraph.begin(), paragraph.end(), [](const Piece& piece) { return piece.kind != 0; });
}

// Ends paragraphs at line ends. One that was put in or taken out by itself shows as a sign, or nobody would see it.
std::vector<Paragraph> paragraphs_of(const dateline_diff_field& field) {
  std::vector<Paragraph> all(1);
  for (std::size_t i = 0; i < field.part_count; ++i) {
    const int kind = field.parts[i].kind;
    std::string_view text(field.parts[i].text, field.parts[i].text_size);
    while (!text.empty()) {
      const std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(line.size());
      const std::size_t line_ends = std::min(text.find_first_not_of('\n'), text.size());
      text.remove_prefix(line_ends);
      if (!line.empty()) all.back().push_back({kind, std::string(line)});
      if (line_ends == 0) continue;
      if (line.empty() && kind != 0) all.back().push_back({kind, "¶"});
      if (kind >= 0 || !line.empty()) all.emplace_back();
    }
  }
  return all;
}

// The first or last words of what is the same, with an ellipsis where there are more.
std::string first_words(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t words = 0; words < kContextWords; ++words) {
    at = text.find_first_not_of(' ', at);
    if (at == std::string_view::npos) return std::string(text);
    at = text.find(' ', at);
    if (at == std::string_view::npos) return std::string(text);
  }
  return text.find_first_not_of(' ', at) == std::string_view::npos ? std::string(text)
                                                                   : std::string(text.substr(0, at)) + " …";
}

std::string last_words(std::string_view text) {
  std::size_t end = text.size();
  for (std::size_t words = 0; words < kContextWords; ++words) {
    end = text.find_last_not_of(' ', end == 0 ? 0 : end - 1);
    if (end == std::string_view::npos) return std::string(text);
    end = text.rfind(' ', end);
    if (end == std::string_view::npos) return std::string(text);
  }
  return text.find_last_not_of(' ', end) == std::string_view::npos ? std::string(text)
                                                                   : "… " + std::string(text.substr(end + 1));
}

std::string same_words(std::string_view text, bool is_first, bool is_last) {
  if (is_first) return last_words(text);
  if (is_last) return first_words(text);
  const std::string begin = first_words(text), end = last_words(text);
  const bool is_short = begin.size() + end.size() >= text.size();
  return is_short ? std::string(text) : begin + end.substr(std::string_view("…").size());
}

// Marked as git does it; white space stays outside of the marks.
std::string format_paragraph(const Paragraph& paragraph, std::string_view name, const Screen& screen) {
  std::string text(name);
  std::vector<TaggedSpan> spans;
  for (std::size_t i = 0; i < paragraph.size(); ++i) {
    const Piece& piece = paragraph[i];
    if (piece.kind == 0) {
      text += same_words(piece.text, i == 0, i + 1 == paragraph.size());
      continue;
    }
    const std::size_t length = piece.text.find_last_not_of(' ') + 1;
    const std::size_t begin = text.size();
    text += piece.kind < 0 ? "[-" : "{+";
    text += std::string_view(piece.text).substr(0, length);
    text += piece.kind < 0 ? "-]" : "+}";
    spans.push_back({{begin, text.size()}, piece.kind < 0 ? kRemovedTag : kAddedTag});
    const bool is_replaced = piece.kind < 0 && i + 1 < paragraph.size() && paragraph[i + 1].kind > 0;
    if (!is_replaced) text += std::string_view(piece.text).substr(length);
  }
  std::vector<Cell> cells = cells_of(text);
  tag_cells(cells, text, spans);
  std::string out;
  for (const auto line : wrap(cells, text_width(screen, 0))) out += painted(line, screen) + "\n";
  return out;
}

}  // namespace

std::string format_history(const api::History& history, const Screen& screen) {
  const auto revisions = history.revisions();
  std::string text = paint(screen, Ink::kTitle, counted(revisions.size(), "version")) + "\n";
  for (std::size_t i = revisions.size(); i > 0; --i) {
    const dateline_revision revision = revisions[i - 1];
    const std::string number = with_thousands(revision.number);
    const std::string head =
        right(number, 4) + "  " + local_time_text(revision.seen_at) + "  " + fit(change_of(revision), 14) + "  ";
    const std::vector<Cell> title = cells_of(revision.title);
    const auto lines = wrap(title, std::max<std::size_t>(20, text_width(screen, display_width(head))));
    text += paint(screen, Ink::kFaint, head) + (lines.empty() ? "" : plain(lines.front())) + "\n";
  }
  return text;
}

std::string format_revision(const api::History& history, std::size_t index, const Screen& screen) {
  const auto revisions = history.revisions();
  const dateline_revision revision = revisions[index];
  std::vector<std::string> authors(revision.authors, revision.authors + revision.author_count);
  const std::vector<Cell> title = cells_of(revision.title);
  std::string text;
  for (const auto line : wrap(title, text_width(screen, 0))) text += paint(screen, Ink::kTitle, plain(line)) + "\n";
  const std::string number = with_thousands(revision.number) + " of " + with_thousands(revisions.size());
  const std::string until = revision.replaced_at == 0 ? "" : " until " + local_time_text(revision.replaced_at);
  return text + "\n" + meta_line("version", number, screen) +
         meta_line("indexed", local_time_text(revision.seen_at) + until, screen) +
         meta_line("source", revision.source, screen) + meta_line("published", revision.published, screen) +
         meta_line("by", joined(authors), screen) + meta_line("id", history.id(), screen) +
         meta_line("length", counted(revision.words, "word"), screen) + "\n" +
         format_text({revision.text, revision.text_size}, screen);
}

std::string format_diff(const api::Diff& diff, const Screen& screen) {
  std::string text =
      paint(screen, Ink::kTitle, "version " + with_thousands(diff.from()) + " → " + with_thousands(diff.to())) +
      paint(screen, Ink::kFaint,
            " · +" + with_thousands(diff.words_added()) + " −" + with_thousands(diff.words_removed()) + " words") +
      "\n";
  for (const dateline_diff_field field : diff.fields()) {
    if (field.changed == 0) continue;
    const std::string_view name = field.name;
    for (const Paragraph& paragraph : paragraphs_of(field)) {
      if (is_changed(paragraph))
        text += "\n" + format_paragraph(paragraph, name == "text" ? "" : std::string(name) + ": ", screen);
    }
  }
  return text;
}

}  // namespace dateline::cli
