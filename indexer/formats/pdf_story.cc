// Lines → paragraphs. The library gives lines, and blank lines only where it sees a gap between blocks.
#include "indexer/formats/pdf_story.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/person_names.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kEdgeLines = 3;    // at the top and at the bottom of a page, where furniture is looked for
constexpr std::size_t kUsualWidth = 60;  // bytes of a line, where there are too few to tell
constexpr double kShortLine = 0.6;       // of the usual width: a heading, where no sentence ends

using Lines = std::vector<std::string_view>;  // "" between blocks

// "Page 12 of 40" and "Page 13 of 40" are the same line.
std::string shape_of(std::string_view line) {
  std::string shape;
  for (const char c : line) {
    const bool digit = c >= '0' && c <= '9';
    if (digit && shape.ends_with('#')) continue;
    shape += digit ? '#' : c;
  }
  return to_lower_ascii(shape);
}

bool is_page_number(std::string_view line) {
  const std::string shape = shape_of(line);
  return shape == "#" || shape == "- # -" || shape == "– # –" || shape == "page #" || shape == "page # of #" ||
         shape == "# of #" || shape == "#/#";
}

// The lines at the edges of a page, outermost first; not more than half of it.
std::vector<std::size_t> edges_of(const Lines& lines) {
  std::vector<std::size_t> full, edges;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].empty()) full.push_back(i);
  }
  const std::size_t most = std::min(kEdgeLines, full.size() / 2);
  for (std::size_t i = 0; i < most; ++i) {
    edges.push_back(full[i]);
    edges.push_back(full[full.size() - 1 - i]);
  }
  return edges;
}

// What stands at the edges of most pages is no story: blocks of which that is true line by line.
void drop_furniture(std::vector<Lines>& pages) {
  std::unordered_map<std::string, std::size_t> seen;
  for (const Lines& lines : pages) {
    for (const std::size_t at : edges_of(lines)) ++seen[shape_of(lines[at])];
  }
  const std::size_t most = std::max<std::size_t>(2, pages.size() / 2 + 1);
  const auto is_furniture = [&](std::string_view line) { return is_page_number(line) || seen[shape_of(line)] >= most; };
  for (Lines& lines : pages) {
    for (const std::size_t at : edges_of(lines)) {
      std::size_t begin = at;
      std::size_t end = at;
      while (begin > 0 && !lines[begin - 1].empty()) --begin;
      while (end < lines.size() && !lines[end].empty()) ++end;
      const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto behind = lines.begin() + static_cast<std::ptrdiff_t>(end);
      if (std::all_of(first, behind, is_furniture)) std::fill(first, behind, std::string_view());
    }
  }
}

Lines lines_of(std::string_view page) {
  Lines lines;
  for (const std::string_view line : split(page, '\n')) lines.push_back(trim(line));
  return lines;
}

std::size_t usual_width(const std::vector<Lines>& pages) {
  std::vector<std::size_t> widths;
  for (const Lines& lines : pages) {
    for (const std::string_view line : lines) {
      if (!line.empty()) widths.push_back(line.size());
    }
  }
  if (widths.size() < 4) return kUsualWidth;
  const auto upper = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 3 / 5);
  std::nth_element(widths.begin(), upper, widths.end());
  return *upper;
}

bool ends_sentence(std::string_view line) {
  constexpr std::string_view kClosing[] = {"\"", "'", "”", "’", ")", "»"};
  for (const std::string_view closing : kClosing) {
    if (line.ends_with(closing)) line.remove_suffix(closing.size());
  }
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
         line.ends_with("…");
}

bool begins_small(std::string_view line) {
  return !line.empty() && line.front() >= 'a' && line.front() <= 'z';
}

// "ser-" before "vice": the hyphen is the typesetter's.
bool is_divided(std::string_view line, std::string_view next) {
  constexpr std::string_view kSoftHyphen = "\xC2\xAD";
  if (line.ends_with(kSoftHyphen)) return true;
  if (!line.ends_with('-') || line.size() < 3 || !begins_small(next)) return false;
  const char before = line[line.size() - 2];
  return (before >= 'a' && before <= 'z') || static_cast<unsigned char>(before) >= 0x80;
}

// "F-" before "16", "Anglo-" before "Saxon": the hyphen is the writer's.
bool is_compound(std::string_view line) {
  return line.size() >= 2 && line.back() == '-' && line[line.size() - 2] != ' ' && line[line.size() - 2] != '-';
}

// Gathers lines into paragraphs.
class Paragraphs {
 public:
  explicit Paragraphs(std::size_t width) : width_(width) {}

  void add_line(std::string_view line) {
    if (last_.empty()) {
      begin(line);
    } else if (is_divided(last_, line)) {
      text_.resize(text_.size() - (last_.ends_with('-') ? 1 : 2));
      text_ += line;
    } else if (is_compound(last_)) {
      text_ += line;
    } else if (ends_paragraph(last_, line)) {
      begin(line);
    } else {
      text_ += concat({" ", line});
    }
    last_ = line;
  }

  // A gap between blocks, or a new page: only an unfinished sentence goes on behind it.
  void end_block(std::string_view next) {
    const bool goes_on = !last_.empty() && !ends_sentence(last_) && begins_small(next);
    if (!goes_on) last_ = {};
  }

  std::string take() { return std::move(text_); }

 private:
  void begin(std::string_view line) { text_ += concat({text_.empty() ? "" : "\n\n", line}); }

  // The next word would have had room: the line ends because the paragraph does, or it is a heading.
  [[nodiscard]] bool ends_paragraph(std::string_view line, std::string_view next) const {
    const std::size_t word = std::min(next.find(' '), next.size());
    if (line.size() + 1 + word > width_ || begins_small(next)) return false;
    return ends_sentence(line) || static_cast<double>(line.size()) < kShortLine * static_cast<double>(width_);
  }

  std::size_t width_;
  std::string text_;
  std::string_view last_;  // line of the paragraph that may go on
};

}  // namespace

std::string join_pages(const std::vector<std::string>& texts) {
  std::vector<Lines> pages;
  for (const std::string& text : texts) pages.push_back(lines_of(text));
  drop_furniture(pages);
  Paragraphs paragraphs(usual_width(pages));
  bool gap = false;
  for (const Lines& lines : pages) {
    gap = true;
    for (const std::string_view line : lines) {
      if (line.empty()) {
        gap = true;
        continue;
      }
      if (gap) paragraphs.end_block(line);
      gap = false;
      paragraphs.add_line(line);
    }
  }
  return paragraphs.take();
}

std::string believable_title(std::string_view title) {
  std::string line = normalize_line(title);
  const std::string lower = to_lower_ascii(line);
  constexpr std::string_view kPrograms[] = {"microsoft ",  "untitled", "unbenannt", "sans titre", "sin título",
                                            "(anonymous)", "slide 1",  "document1", "print"};
  constexpr std::string_view kEndings[] = {".doc",   ".docx", ".pdf", ".indd", ".qxd", ".qxp", ".txt",
                                           ".rtf",   ".odt",  ".htm", ".html", ".tex", ".dvi", ".ps",
                                           ".pages", ".pub",  ".ppt", ".pptx", ".xls", ".xlsx"};
  const bool program = std::any_of(std::begin(kPrograms), std::end(kPrograms), [&](std::string_view each) {
    return each.ends_with(' ') ? lower.starts_with(each) && lower.find(" - ") != std::string::npos : lower == each;
  });
  const bool file = std::any_of(std::begin(kEndings), std::end(kEndings),
                                [&](std::string_view each) { return lower.ends_with(each); });
  const bool word = line.find(' ') == std::string::npos && line.find_first_of("0123456789_\\/") != std::string::npos;
  return program || file || word ? std::string() : line;
}

std::string believable_author(std::string_view author) {
  std::string names;
  for (const std::string& name : split_names(normalize_line(author))) {
    if (looks_like_name(name)) names += concat({names.empty() ? "" : "; ", name});
  }
  return names;
}

std::string date_of_pdf(std::string_view written) {
  if (written.starts_with("D:")) written.remove_prefix(2);
  const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
  const std::string_view date = written.substr(0, digits);
  if (date.size() < 4) return {};
  std::string iso(date.substr(0, 4));
  if (date.size() >= 6) iso += concat({"-", date.substr(4, 2)});
  if (date.size() >= 8) iso += concat({"-", date.substr(6, 2)});
  if (date.size() < 12) return iso;
  iso += concat({"T", date.substr(8, 2), ":", date.substr(10, 2), ":", date.size() >= 14 ? date.substr(12, 2) : "00"});
  const std::string_view zone = written.substr(digits);
  if (zone.starts_with('Z')) return iso + "Z";
  const bool offset = zone.size() >= 6 && (zone.front() == '+' || zone.front() == '-') && zone[3] == '\'';
  return offset ? concat({iso, zone.substr(0, 3), ":", zone.substr(4, 2)}) : iso;
}

}  // namespace dateline
