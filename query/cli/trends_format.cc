// Trends for people.
#include <algorithm>
#include <cstdio>

#include "query/cli/analysis_format.h"
#include "query/cli/bars.h"
#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

constexpr std::size_t kShare = 6;  // columns of "100.0%"
constexpr std::size_t kRatio = 7;  // columns of "×1234.5"
constexpr std::size_t kWidestName = 40;
constexpr std::size_t kLeastCurve = 8;  // columns

std::string header(const TrendsView& trends, const Screen& screen) {
  std::string text;
  if (!trends.since.empty()) {
    text =
        paint(screen, Ink::kTitle, (trends.falling ? "falling, " : "rising, ") + trends.since + " to " + trends.until) +
        paint(screen, Ink::kFaint, " · " + counted(trends.now, "article") + " · " + milliseconds(trends.took_ms)) +
        "\n" +
        paint(screen, Ink::kFaint,
              "against " + trends.before_since + " to " + trends.before_until + " · " +
                  counted(trends.before, "article")) +
        "\n";
    if (trends.until_newest) {
      text += paint(screen, Ink::kFaint, trends.until + " is the day of the newest article") + "\n";
    }
  }
  for (const std::string& note : trends.notes) text += wrapped(note, screen, 0);
  if (trends.unplaced != 0) {
    text += wrapped(counted(trends.unplaced, "article") + " of which the day is not known", screen, 0);
  }
  return text;
}

std::string ratio_text(double ratio) {
  char text[32];
  std::snprintf(text, sizeof text, ratio < 0.995 ? "×%.2f" : "×%.1f", ratio);
  return text;
}

// Neighbours together, so that no more than `columns` are left; the last one is never shorter than the others.
std::vector<std::uint64_t> in_columns(const std::vector<std::uint64_t>& series, std::size_t columns) {
  const std::size_t each = (series.size() + columns - 1) / columns;
  if (each < 2) return series;
  std::vector<std::uint64_t> sums((series.size() + each - 1) / each);
  for (std::size_t i = 0; i < series.size(); ++i) sums[sums.size() - 1 - (series.size() - 1 - i) / each] += series[i];
  return sums;
}

std::string format_kind(const TrendKindView& kind, const Screen& screen) {
  std::string text = paint(screen, Ink::kTitle, heading_of(kind.kind));
  if (!kind.exact) {
    text += paint(screen, Ink::kFaint,
                  " in " + with_thousands(kind.read_now) + " and " + with_thousands(kind.read_before) + " articles");
  }
  text += "\n";
  if (kind.values.empty()) return text + paint(screen, Ink::kFaint, "  nothing") + "\n";
  std::size_t now = 1, before = 1, name = 1;
  for (const TrendView& trend : kind.values) {
    now = std::max(now, with_thousands(trend.value.here).size());
    before = std::max(before, with_thousands(trend.value.there).size());
    name = std::max(name, display_width(trend.value.name));
  }
  const std::size_t used = 2 + 2 + now + 1 + kShare + 2 + before + 1 + kShare + 2 + kRatio;
  const std::size_t room = screen.width - std::min(screen.width, used);
  name = std::clamp<std::size_t>(std::min(name, room - std::min(room, kLeastCurve + 2)), 8, kWidestName);
  const std::size_t columns = room - std::min(room, name + 2);  // of the curve
  for (const TrendView& trend : kind.values) {
    text += "  " + fit(trend.value.name, name) + "  " + right(with_thousands(trend.value.here), now) + " " +
            right(percent(trend.value.here, kind.read_now), kShare) +
            paint(screen, Ink::kFaint,
                  "  " + right(with_thousands(trend.value.there), before) + " " +
                      right(percent(trend.value.there, kind.read_before), kShare)) +
            "  " + right(ratio_text(trend.ratio), kRatio);
    if (columns >= kLeastCurve) {
      text += "  " + paint(screen, Ink::kBar, trimmed_right(curve_of(in_columns(trend.series, columns))));
    }
    text += "\n";
  }
  return text;
}

}  // namespace

std::string format_trends(const TrendsView& trends, const Screen& screen) {
  std::string text = header(trends, screen);
  for (const TrendKindView& kind : trends.kinds) text += "\n" + format_kind(kind, screen);
  return text;
}

}  // namespace dateline::cli
