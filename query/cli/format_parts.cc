// Small pieces of text for people.
#include "query/cli/format_parts.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace dateline::cli {
namespace {

constexpr std::size_t kWidestText = 100;  // columns: longer lines are hard to read

// Of entities: dateline_kind + 1.
std::optional<Ink> ink_of_tag(std::uint8_t tag) {
  if (tag == kRemovedTag) return Ink::kRemoved;
  if (tag == kAddedTag) return Ink::kAdded;
  if (tag == DATELINE_PERSON + 1) return Ink::kPerson;
  if (tag == DATELINE_PLACE + 1) return Ink::kPlace;
  return tag == DATELINE_ORGANIZATION + 1 ? std::optional(Ink::kOrganization) : std::nullopt;
}

// A line that an agency or a mailer wrapped at a width: long enough for that, and too short for a paragraph of its own.
bool is_wrapped_line(std::string_view line) {
  constexpr std::size_t kShortest = 35, kLongest = 100;
  return line.size() >= kShortest && line.size() <= kLongest;
}

}  // namespace

std::string counted(std::uint64_t number, std::string_view noun) {
  return with_thousands(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string milliseconds(double took) {
  char text[32];
  std::snprintf(text, sizeof text, took < 100 ? "%.1f ms" : "%.0f ms", took);
  return text;
}

std::string painted(std::span<const Cell> line, const Screen& screen) {
  std::string text;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && line[end].marked == line[at].marked && line[end].tag == line[at].tag) ++end;
    const std::string part = plain(line.subspan(at, end - at));
    const auto ink = line[at].marked ? std::optional(Ink::kMatch) : ink_of_tag(line[at].tag);
    text += ink ? paint(screen, *ink, part) : part;
    at = end;
  }
  return text;
}

std::size_t text_width(const Screen& screen, std::size_t indent) {
  return std::max<std::size_t>(10, std::min(screen.width - std::min(screen.width, indent), kWidestText));
}

std::string wrapped(std::string_view text, const Screen& screen, std::size_t indent) {
  std::string out;
  const std::vector<Cell> cells = cells_of(text);
  for (const auto line : wrap(cells, text_width(screen, indent))) out += std::string(indent, ' ') + plain(line) + "\n";
  return out;
}

std::string_view heading_of(std::string_view name) {
  if (name == "person") return "People";
  if (name == "place") return "Places";
  if (name == "organization") return "Organizations";
  if (name == "source") return "Sources";
  if (name == "author") return "Authors";
  if (name == "language") return "Languages";
  if (name == "country") return "Countries";
  if (name == "date") return "Dates";
  if (name == "word") return "Words";
  return name;
}

std::string percent(std::uint64_t part, std::uint64_t whole) {
  char text[32];
  const double share = whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
  std::snprintf(text, sizeof text, "%.1f%%", share);
  return text;
}

std::string right(std::string_view text, std::size_t width) {
  const std::size_t used = display_width(text);
  return std::string(width - std::min(width, used), ' ') + std::string(text);
}

std::string trimmed_right(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

std::string about_line(std::string_view source, std::string_view published, std::string_view article,
                       const Screen& screen, std::size_t indent) {
  const std::string margin(indent, ' ');
  std::string about = safe_text(source);
  if (!about.empty() && !published.empty()) about += " · ";
  about += safe_text(published.substr(0, 10));  // the day is enough here
  const std::string id = safe_text(article);
  if (about.empty()) return margin + paint(screen, Ink::kFaint, id) + "\n";
  const std::size_t width = indent + display_width(about) + 3 + display_width(id);
  if (width <= screen.width) return margin + about + paint(screen, Ink::kFaint, " · " + id) + "\n";
  return margin + about + "\n" + margin + paint(screen, Ink::kFaint, id) + "\n";
}

std::string meta_line(std::string_view name, std::string_view value, const Screen& screen) {
  constexpr std::size_t kName = 14;
  if (value.empty()) return {};
  return paint(screen, Ink::kFaint, fit(name, kName)) + safe_text(value) + "\n";
}

std::string format_text(std::string_view text, const Screen& screen) {
  std::string out, paragraph;
  const auto end_paragraph = [&] {
    const std::string lines = wrapped(paragraph, screen, 0);
    if (!lines.empty()) out += (out.empty() ? "" : "\n") + lines;
    paragraph.clear();
  };
  bool goes_on = false;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const bool starts = line.empty() || line.front() == ' ' || line.front() == '\t';
    if (!goes_on || starts) end_paragraph();
    if (!paragraph.empty()) paragraph += ' ';
    paragraph += line;
    goes_on = is_wrapped_line(line);
  }
  end_paragraph();
  return out;
}

std::string local_time_text(std::int64_t seconds) {
  const std::time_t time = seconds;
  std::tm parts{};
  ::localtime_r(&time, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &parts)};
}

}  // namespace dateline::cli
