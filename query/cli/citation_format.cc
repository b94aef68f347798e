// Mentions of one sentence are marked in one copy of it.
#include "query/cli/citation_format.h"

#include <algorithm>

#include "query/cli/entity_format.h"
#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kIndent = 2;

using Citations = std::span<const CitationView>;

// One for each sentence, with all of its marks.
std::vector<CitationView> merged_sentences(Citations citations) {
  std::vector<CitationView> out;
  for (const CitationView& citation : citations) {
    const bool same =
        !out.empty() && out.back().in_title == citation.in_title && out.back().sentence == citation.sentence;
    if (!same) {
      out.push_back(citation);
    } else if (!citation.marks.empty()) {
      auto& marks = out.back().marks;
      if (marks.empty() || marks.back().end <= citation.marks.front().begin) marks.push_back(citation.marks.front());
    }
  }
  return out;
}

std::string painted_title(std::span<const Cell> line, const Screen& screen) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && line[end].marked == line[at].marked) ++end;
    text += paint(screen, line[at].marked ? Ink::kMatch : Ink::kTitle, plain(line.subspan(at, end - at)));
    at = end;
  }
  return text;
}

std::string title_lines(const std::vector<CitationView>& sentences, const Screen& screen) {
  const CitationView& first = sentences.front();
  // A title in one line is a sentence whose marks fit the title; a cut one is not.
  const bool marked = first.in_title && first.sentence == first.title;
  const std::vector<Cell> cells = cells_of(first.title, marked ? first.marks : std::vector<MarkedSpan>());
  std::string text;
  for (const auto line : wrap(cells, text_width(screen, 0))) text += painted_title(line, screen) + "\n";
  return text.empty() ? paint(screen, Ink::kFaint, "(no title)") + "\n" : text;
}

std::string sentence_lines(const CitationView& sentence, std::size_t digits, const Screen& screen) {
  const std::size_t indent = kIndent + (digits == 0 ? 0 : digits + 2);
  const std::vector<Cell> cells = cells_of(sentence.sentence, sentence.marks);
  const std::string begin = digits == 0 ? "" : std::to_string(sentence.begin);
  std::string text;
  for (const auto line : wrap(cells, text_width(screen, indent))) {
    if (text.empty() && digits != 0) {
      text += std::string(kIndent + digits - std::min(digits, begin.size()), ' ') + paint(screen, Ink::kFaint, begin) +
              "  ";
    } else {
      text += std::string(indent, ' ');
    }
    text += painted(line, screen) + "\n";
  }
  return text;
}

std::string format_article(Citations citations, std::size_t digits, const Screen& screen) {
  const std::vector<CitationView> sentences = merged_sentences(citations);
  const CitationView& first = sentences.front();
  std::string text = title_lines(sentences, screen);
  text += about_line(first.source, first.published, first.id, screen, 0);
  for (const CitationView& sentence : sentences) {
    const bool is_title = sentence.in_title && sentence.sentence == sentence.title;
    if (!is_title) text += sentence_lines(sentence, sentence.in_title ? 0 : digits, screen);
  }
  return text;
}

std::string header(const MentionsView& mentions, const Screen& screen) {
  const std::string count = mentions.total == 0 ? "no mention" : counted(mentions.total, "mention");
  const std::string name = safe_text(mentions.choice.chosen->name);
  std::string where = " in " + counted(mentions.articles, "article");
  if (!mentions.query.empty()) where += " with " + safe_text(mentions.query);
  std::string rest = " · " + milliseconds(mentions.took_ms);
  if (!mentions.citations.empty() && mentions.citations.size() < mentions.total) {
    rest += " · " + with_thousands(mentions.offset + 1) + "–" +
            with_thousands(mentions.offset + mentions.citations.size()) + " shown";
  }
  const std::string whole = count + " of " + name + where + rest;
  if (display_width(whole) > screen.width) return wrapped(whole, screen, 0);
  return paint(screen, Ink::kTitle, count) + " of " + paint(screen, Ink::kTitle, name) + where +
         paint(screen, Ink::kFaint, rest) + "\n";
}

}  // namespace

std::vector<std::string> format_citations(Citations citations, bool offsets, const Screen& screen) {
  std::size_t digits = 0;
  for (const CitationView& citation : citations) {
    if (offsets && !citation.in_title) digits = std::max(digits, std::to_string(citation.begin).size());
  }
  std::vector<std::string> articles;
  for (std::size_t first = 0; first < citations.size();) {
    std::size_t end = first;
    while (end < citations.size() && citations[end].id == citations[first].id) ++end;
    articles.push_back(format_article(citations.subspan(first, end - first), digits, screen));
    first = end;
  }
  return articles;
}

std::string format_mentions(const MentionsView& mentions, const Screen& screen) {
  std::string text = header(mentions, screen);
  if (mentions.tagged != 0) {
    text += wrapped(counted(mentions.tagged, "article") + (mentions.tagged == 1 ? " has" : " have") +
                        " the name only from the publisher, in no place of the text",
                    screen, 0);
  }
  for (const std::string& note : mentions.notes) text += wrapped(note, screen, 0);
  for (const std::string& article : format_citations(mentions.citations, true, screen)) text += "\n" + article;
  if (mentions.citations.empty() && mentions.total > 0 && mentions.offset >= mentions.total) {
    text += "no mentions from here on: there are fewer\n";
  }
  return text;
}

}  // namespace dateline::cli
