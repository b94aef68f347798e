// The one writer of the JSON of `dateline timeline`, `compare` and `trends`.
#include "query/engine/analysis_json.h"

#include "query/engine/json_parts.h"

namespace dateline {
namespace {

constexpr int kScoreDecimals = 2, kShareDecimals = 5;

std::string_view name_of_kind(const std::optional<FacetKind>& kind) {
  return kind ? name_of(*kind) : "word";
}

std::string_view name_of_step(DateStep step) {
  if (step == DateStep::kYear) return "year";
  return step == DateStep::kMonth ? "month" : "day";
}

double share_of(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void write_query(JsonWriter& json, std::string_view name, const std::string& text, const std::string& parsed) {
  json.key(name).begin_object();
  json.field("text", text).field("parsed", parsed);
}

void write_name(JsonWriter& json, const TypicalValue& value) {
  json.field("kind", name_of_kind(value.kind));
  write_or_null(json, "id", value.id);
  json.field("name", value.name);
  json.key("score").value(value.score, kScoreDecimals);
}

// What is typical of a peak: articles in it, and among the other matches.
void write_values(JsonWriter& json, std::string_view name, const std::vector<TypicalValue>& values) {
  json.key(name).begin_array();
  for (const TypicalValue& value : values) {
    json.begin_object();
    write_name(json, value);
    json.field("articles", value.here).field("articles_elsewhere", value.there).end_object();
  }
  json.end_array();
}

void write_peak(JsonWriter& json, const TimelinePeak& peak) {
  json.begin_object();
  json.field("first", peak.first).field("last", peak.last).field("top", peak.top).field("articles", peak.articles);
  json.key("expected").value(peak.expected, kScoreDecimals);
  json.key("score").value(peak.score, kScoreDecimals);
  write_values(json, "names", peak.names);
  write_values(json, "words", peak.words);
  json.key("headlines").begin_array();
  for (const Headline& headline : peak.headlines) {
    json.begin_object();
    json.field("id", headline.id).field("title", headline.title);
    write_or_null(json, "published", headline.published);
    json.field("source", headline.source).end_object();
  }
  json.end_array().end_object();
}

// The same row on both sides of a comparison: first and second never change places.
void write_compared(JsonWriter& json, std::string_view name, const std::vector<TypicalValue>& values, bool of_first,
                    const ComparedKind& kind) {
  json.key(name).begin_array();
  for (const TypicalValue& value : values) {
    const std::uint64_t first = of_first ? value.here : value.there, second = of_first ? value.there : value.here;
    json.begin_object();
    write_name(json, value);
    json.field("first", first).field("second", second);
    json.key("first_share").value(share_of(first, kind.read_first), kShareDecimals);
    json.key("second_share").value(share_of(second, kind.read_second), kShareDecimals);
    json.end_object();
  }
  json.end_array();
}

void write_trend(JsonWriter& json, const TrendValue& trend, const TrendKind& kind) {
  json.begin_object();
  write_name(json, trend.value);
  json.field("now", trend.value.here).field("before", trend.value.there);
  json.key("now_share").value(share_of(trend.value.here, kind.read_now), kShareDecimals);
  json.key("before_share").value(share_of(trend.value.there, kind.read_before), kShareDecimals);
  json.key("ratio").value(trend.ratio, kScoreDecimals);
  json.key("series").begin_array();
  for (const std::uint64_t articles : trend.series) json.value(articles);
  json.end_array().end_object();
}

}  // namespace

std::string timeline_to_json(const Timeline& timeline) {
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion);
  write_query(json, "query", timeline.query_text, timeline.parsed);
  json.end_object();
  json.field("matched", timeline.matched).field("undated", timeline.undated).field("imprecise", timeline.imprecise);
  json.field("step", name_of_step(timeline.step));
  json.key("took_ms").value(timeline.took_ms, 3);
  json.key("periods").begin_array();
  for (const TimelinePeriod& period : timeline.periods) {
    json.begin_object();
    json.field("period", period.period).field("articles", period.articles).field("of", period.of);
    json.key("share").value(share_of(period.articles, period.of), kShareDecimals);
    json.key("peak");
    if (period.peak == 0)
      json.null();
    else
      json.value(std::uint64_t{period.peak});
    json.end_object();
  }
  json.end_array();
  json.key("peaks").begin_array();
  for (const TimelinePeak& peak : timeline.peaks) write_peak(json, peak);
  json.end_array();
  json.field("notes", timeline.notes);
  json.end_object();
  return std::move(json).text();
}

std::string comparison_to_json(const Comparison& comparison) {
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion);
  write_query(json, "first", comparison.first.text, comparison.first.parsed);
  json.field("matched", comparison.first.matched).end_object();
  write_query(json, "second", comparison.second.text, comparison.second.parsed);
  json.field("matched", comparison.second.matched).end_object();
  json.field("both", comparison.both);
  json.key("took_ms").value(comparison.took_ms, 3);
  json.key("typical").begin_object();
  for (const ComparedKind& kind : comparison.kinds) {
    json.key(name_of_kind(kind.kind)).begin_object();
    json.field("exact", kind.exact).field("read_first", kind.read_first).field("read_second", kind.read_second);
    write_compared(json, "first", kind.first, true, kind);
    write_compared(json, "second", kind.second, false, kind);
    json.end_object();
  }
  json.end_object();
  json.field("notes", comparison.notes);
  json.end_object();
  return std::move(json).text();
}

std::string trends_to_json(const Trends& trends) {
  JsonWriter json;
  json.begin_object();
  json.field("format_version", kJsonFormatVersion);
  write_query(json, "query", trends.query_text, trends.parsed);
  json.end_object();
  const auto write_time = [&](std::string_view name, const std::string& since, const std::string& until,
                              std::uint64_t articles) {
    json.key(name).begin_object();
    write_or_null(json, "since", since);
    write_or_null(json, "until", until);
    json.field("articles", articles).end_object();
  };
  write_time("now", trends.since, trends.until, trends.now);
  write_time("before", trends.before_since, trends.before_until, trends.before);
  json.field("until_newest", trends.until_newest).field("falling", trends.falling);
  json.field("unplaced", trends.unplaced).field("step_days", trends.step_days);
  json.key("took_ms").value(trends.took_ms, 3);
  json.key("trends").begin_object();
  for (const TrendKind& kind : trends.kinds) {
    json.key(name_of_kind(kind.kind)).begin_object();
    json.field("exact", kind.exact).field("read_now", kind.read_now).field("read_before", kind.read_before);
    json.key("values").begin_array();
    for (const TrendValue& trend : kind.values) write_trend(json, trend, kind);
    json.end_array().end_object();
  }
  json.end_object();
  json.field("notes", trends.notes);
  json.end_object();
  return std::move(json).text();
}

}  // namespace dateline
