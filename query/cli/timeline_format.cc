// Timelines for people.
#include <algorithm>
#include <cmath>

#include "query/cli/analysis_format.h"
#include "query/cli/bars.h"
#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kMostLines = 100;  // of periods
constexpr std::size_t kWidestBar = 60;   // columns
constexpr std::size_t kMark = 4;         // columns for " ▲12"
constexpr std::size_t kShare = 6;        // columns of "100.0%"
constexpr std::size_t kIndent = 4;

// Neighbours together, named by the first, so that there are not too many lines; a peak stays marked.
std::vector<PeriodView> in_lines(const std::vector<PeriodView>& periods, std::size_t each) {
  std::vector<PeriodView> lines;
  for (std::size_t i = 0; i < periods.size(); ++i) {
    if (i % each == 0) lines.push_back({.period = periods[i].period});
    lines.back().articles += periods[i].articles;
    lines.back().of += periods[i].of;
    lines.back().peak = std::max(lines.back().peak, periods[i].peak);
  }
  return lines;
}

std::string header(const TimelineView& timeline, std::size_t each, const Screen& screen) {
  const std::string matched = timeline.matched == 0 ? "no article matches" : counted(timeline.matched, "article");
  std::string about;
  if (!timeline.periods.empty()) {
    about = each == 1 ? " · by " + timeline.step : " · " + counted(each, timeline.step) + " a line";
  }
  std::string text = paint(screen, Ink::kTitle, matched) +
                     paint(screen, Ink::kFaint, about + " · " + milliseconds(timeline.took_ms)) + "\n";
  for (const std::string& note : timeline.notes) text += wrapped(note, screen, 0);
  if (timeline.undated != 0) text += wrapped(counted(timeline.undated, "article") + " without a date", screen, 0);
  if (timeline.imprecise != 0) {
    text +=
        wrapped(counted(timeline.imprecise, "article") + " of which the " + timeline.step + " is not known", screen, 0);
  }
  return text;
}

std::string chart(const std::vector<PeriodView>& lines, const Screen& screen) {
  std::uint64_t most = 0;
  bool shares = false;  // where the query is not every article
  for (const PeriodView& line : lines) {
    most = std::max(most, line.articles);
    shares = shares || line.articles != line.of;
  }
  const std::size_t digits = with_thousands(most).size(), name = lines.front().period.size();
  const std::size_t used = name + 2 + digits + (shares ? 2 + kShare : 0) + 2 + kMark;
  const std::size_t bar = std::clamp<std::size_t>(screen.width - std::min(screen.width, used), 4, kWidestBar);
  std::string text;
  for (const PeriodView& line : lines) {
    std::string row = line.period + "  " + right(with_thousands(line.articles), digits);
    if (shares) row += paint(screen, Ink::kFaint, "  " + right(percent(line.articles, line.of), kShare));
    if (line.articles != 0) row += "  " + paint(screen, Ink::kBar, trimmed_right(bar_of(line.articles, most, bar)));
    if (line.peak != 0) row += paint(screen, Ink::kMatch, " ▲" + std::to_string(line.peak));
    text += row + "\n";
  }
  return text;
}

std::string labelled(std::string_view label, const std::vector<std::string>& values, const Screen& screen) {
  constexpr std::size_t kLabel = 7;
  if (values.empty()) return {};
  std::string lines = wrapped(joined(values), screen, kIndent + kLabel);
  return lines.replace(0, kIndent + kLabel, std::string(kIndent, ' ') + paint(screen, Ink::kFaint, fit(label, kLabel)));
}

std::string format_peak(const PeakView& peak, std::size_t number, const Screen& screen) {
  const std::string when = peak.first == peak.last ? peak.first : peak.first + " to " + peak.last;
  const auto usual = static_cast<std::uint64_t>(std::llround(peak.expected));
  std::string text =
      paint(screen, Ink::kMatch, "▲" + std::to_string(number)) + "  " + paint(screen, Ink::kTitle, when) +
      paint(screen, Ink::kFaint, " · " + counted(peak.articles, "article") + ", usual: " + with_thousands(usual)) +
      "\n";
  text += labelled("names", peak.names, screen) + labelled("words", peak.words, screen);
  for (const HeadlineView& headline : peak.headlines) {
    const std::vector<Cell> title = cells_of(headline.title);
    for (const auto line : wrap(title, text_width(screen, kIndent))) {
      text += std::string(kIndent, ' ') + plain(line) + "\n";
    }
    text += about_line(headline.source, headline.published, headline.id, screen, kIndent);
  }
  return text;
}

}  // namespace

std::string format_timeline(const TimelineView& timeline, const Screen& screen) {
  const std::size_t each = std::max<std::size_t>(1, (timeline.periods.size() + kMostLines - 1) / kMostLines);
  std::string text = header(timeline, each, screen);
  if (!timeline.periods.empty()) text += "\n" + chart(in_lines(timeline.periods, each), screen);
  for (std::size_t i = 0; i < timeline.peaks.size(); ++i) {
    text += "\n" + format_peak(timeline.peaks[i], i + 1, screen);
  }
  return text;
}

}  // namespace dateline::cli
