// One rule after the other is tried on the topmost line until none fits.
#include "indexer/cleaning/page_head.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "indexer/cleaning/credits.h"
#include "indexer/cleaning/date_header.h"
#include "indexer/cleaning/find_dateline.h"
#include "indexer/cleaning/furniture_rules.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/cleaning/publishers.h"
#include "indexer/cleaning/words.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestHeadline = 200;  // bytes
constexpr std::size_t kMostHeadlineWords = 25;
constexpr std::size_t kLongestSource = 40;
constexpr std::size_t kMostLeadLines = 4;       // lines below the head where a byline or a date may still come
constexpr std::size_t kCertainParagraph = 160;  // bytes; a longer line is no wrapped piece of a paragraph

// Last words of the names of newspapers and agencies.
constexpr std::string_view kPaperWords[] = {
    "times",    "post",      "journal",  "ledger",      "gazette",  "news",     "herald",    "tribune",  "wire",
    "observer", "chronicle", "courier",  "examiner",    "guardian", "mail",     "mirror",    "monitor",  "press",
    "record",   "register",  "review",   "standard",    "star",     "sun",      "telegraph", "today",    "weekly",
    "daily",    "globe",     "dispatch", "inquirer",    "sentinel", "bulletin", "agency",    "newswire", "broadcasting",
    "network",  "online",    "express",  "independent", "report"};

bool is_dash(std::string_view line) {
  return line == "—" || line == "–" || line == "-" || line == "--" || line == "―";
}

bool starts_with_capital_or_digit(std::string_view line) {
  std::size_t at = 0;
  if (line.empty()) return false;
  const char32_t c = next_code_point(line, at);
  return is_upper_code_point(c) || (c >= U'0' && c <= U'9') || c == U'“' || c == U'‘' || c == U'"' || c == U'\'';
}

// A few capitalised words without punctuation of a sentence.
bool has_form_of_source(std::string_view line) {
  if (line.size() > kLongestSource || ends_like_sentence(line)) return false;
  const auto words = words_of(line);
  if (words.empty() || words.size() > 5) return false;
  if (line.find_first_of(",;:?!|") != std::string_view::npos) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return starts_with_capital_or_digit(word) || word == "of" || word == "the" || word == "and";
  });
}

bool is_newspaper_name(std::string_view line) {
  return has_form_of_source(line) && words_of(line).size() >= 2 && is_one_of(words_of(line).back(), kPaperWords);
}

bool is_metadata_line(std::string_view line) {
  return read_byline(line).has_value() || read_date_line(line).has_value() || !known_publisher(line).empty() ||
         is_newspaper_name(line);
}

// "Jane Doe / Getty Images", "Photo: Reuters": what stands below a picture.
bool is_caption(std::string_view line) {
  constexpr std::string_view kMarks[] = {
      " / ", "Getty Images", "Photo:", "Photograph:", "Picture:", "Image:", "via twitter"};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](std::string_view mark) { return line.find(mark) != std::string_view::npos; });
}

bool has_form_of_headline(std::string_view line) {
  if (line.size() > kLongestHeadline) return false;
  const auto words = words_of(line);
  if (words.size() > kMostHeadlineWords) return false;
  const auto real_words = std::count_if(words.begin(), words.end(), [](std::string_view word) {
    return word.size() >= 2 && (word[0] < '0' || word[0] > '9');
  });
  if (real_words < 2 || !starts_with_capital_or_digit(line) || is_caption(line) || is_dash(words.back())) return false;
  if (ends_like_sentence(line) && !line.ends_with('?') && !line.ends_with('!')) return false;
  return line.find_last_of(",;:") != line.size() - 1 && !find_dateline(line);
}

// Takes the head off a page, line by line.
class Head {
 public:
  Head(PageLines& page, Article& article) : page_(page), article_(article) {}

  void run() {
    std::size_t at = page_.next_with_text(0);
    while (at < page_.size() && take(at)) at = page_.next_with_text(at);
    for (std::size_t seen = 0; seen < kMostLeadLines && at < page_.size(); ++seen) {
      if (!take_byline(at)) take_date_line(at);
      at = page_.next_with_text(at + 1);
    }
  }

 private:
  bool take(std::size_t at) {
    return take_furniture(at) || take_source_and_dash(at) || take_date_prefix(at) || take_field(at) ||
           take_byline(at) || take_date_line(at) || take_source(at) || take_headline(at);
  }

  // Every rule that takes a line leaves it empty or shorter.
  bool take_furniture(std::size_t at) {
    if (is_furniture_line(page_.line(at)) || is_dash(page_.line(at))) return page_.remove(at), true;
    if (const std::size_t end = newsletter_note_end(page_.line(at)); end > 0) return page_.keep_from(at, end), true;
    const std::size_t address = address_lines(std::span(page_.lines()).subspan(at));
    for (std::size_t line = at; line < at + address; ++line) page_.remove(line);
    return address > 0;
  }

  // "CNN" with a line below that is only a dash, or both on one line.
  bool take_source_and_dash(std::size_t at) {
    std::string_view line = page_.line(at);
    const std::size_t next = page_.next_with_text(at + 1);
    if (has_form_of_source(line) && is_dash(page_.line(next))) {
      set_source(line);
      page_.remove(next);
      return page_.remove(at), true;
    }
    if (line.size() > kLongestSource + 4) return false;
    const auto words = words_of(line);
    if (words.size() < 2 || !is_dash(words.back())) return false;
    line = trim(line.substr(0, line.size() - words.back().size()));
    if (known_publisher(line).empty()) return false;
    set_source(line);
    return page_.remove(at), true;
  }

  bool take_date_prefix(std::size_t at) {
    const auto prefix = read_date_prefix(page_.line(at));
    if (!prefix) return false;
    set_date({prefix->date, false});
    return page_.keep_from(at, page_.line(at).size() - prefix->rest.size()), true;
  }

  // "Title: …", "Author: …" above everything else.
  bool take_field(std::size_t at) {
    const std::string_view line = page_.line(at);
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 20) return false;
    const std::string_view value = trim(line.substr(colon + 1));
    if (value.empty() || value.size() > kLongestHeadline) return false;
    if (!set_field(to_lower_ascii(trim(line.substr(0, colon))), value)) return false;
    return page_.remove(at), true;
  }

  bool set_field(std::string_view name, std::string_view value) {
    const auto is = [&](std::initializer_list<std::string_view> names) {
      return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (is({"title", "headline"}) && article_.title.empty()) return article_.title = value, true;
    if (is({"author", "authors", "byline"})) return add_authors(split_names(value)), true;
    if (is({"source", "publisher", "publication", "newspaper"})) return set_source(value), true;
    if (is({"url", "link"}) && value.find(' ') == std::string_view::npos) return article_.url = value, true;
    if (is({"language", "lang"}) && value.size() == 2) return article_.language = to_lower_ascii(value), true;
    if (is({"dateline", "location"}) && words_of(value).size() <= 6) return article_.dateline = value, true;
    return false;
  }

  bool take_byline(std::size_t at) {
    const auto byline = read_byline(page_.line(at));
    if (!byline) return false;
    add_authors(byline->names);
    if (!byline->publisher.empty()) set_source(byline->publisher);
    return page_.remove(at), true;
  }

  bool take_date_line(std::size_t at) {
    const auto date = read_date_line(page_.line(at));
    if (!date) return false;
    set_date(*date);
    return page_.remove(at), true;
  }

  // A publisher that is known, or a name like one beside the date, the byline or below the headline.
  bool take_source(std::size_t at) {
    const std::string_view line = page_.line(at);
    const bool known = !known_publisher(line).empty();
    if (!article_.source.empty() && !known) return false;
    const bool beside = read_date_line(page_.line(at + 1)) || read_byline(page_.line(at + 1));
    const bool below_headline = !article_.title.empty() && has_form_of_source(line);
    const bool named = is_newspaper_name(line) && (!article_.title.empty() || beside);
    if (!known && !named && !(below_headline && beside)) return false;
    set_source(line);
    return page_.remove(at), true;
  }

  // A question may be the story's first sentence as well as its headline: then it stays in the text, and the head ends.
  bool take_headline(std::size_t at) {
    if (!article_.title.empty() || !is_headline(at)) return false;
    article_.title = page_.line(at);
    const bool may_be_sentence = ends_like_sentence(page_.line(at)) && !is_metadata_line(below(at));
    if (may_be_sentence) return false;
    return page_.remove(at), true;
  }

  [[nodiscard]] std::string_view below(std::size_t at) const { return page_.line(page_.next_with_text(at + 1)); }

  [[nodiscard]] bool is_headline(std::size_t at) const {
    const std::string_view line = page_.line(at);
    if (!has_form_of_headline(line) || below(at).empty()) return false;
    const std::string_view next = page_.line(at + 1);
    const bool long_paragraph =
        next.size() > kCertainParagraph && next.size() > line.size() && !ends_like_sentence(line);
    return next.empty() || is_metadata_line(next) || long_paragraph;
  }

  void set_source(std::string_view name) {
    if (!article_.source.empty()) return;
    const std::string_view known = known_publisher(name);
    article_.source = known.empty() ? name : known;
  }

  // A first date wins over one of an update, whichever stands first.
  void set_date(const DateLine& date) {
    if (article_.published.precision() != DatePrecision::kNone && (date.updated || !date_is_update_)) return;
    article_.published = date.date;
    date_is_update_ = date.updated;
  }

  void add_authors(const std::vector<std::string>& names) {
    for (const std::string& name : names) {
      const bool known = std::find(article_.authors.begin(), article_.authors.end(), name) != article_.authors.end();
      if (!known) article_.authors.push_back(name);
    }
  }

  PageLines& page_;
  Article& article_;
  bool date_is_update_ = false;
};

}  // namespace

void take_page_head(PageLines& page, Article& article) {
  Head(page, article).run();
}

}  // namespace dateline
