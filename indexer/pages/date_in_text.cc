// Cuts text into numbers and words and looks for the patterns that dates make of them.
#include "indexer/pages/date_in_text.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "indexer/cleaning/clean_page_text.h"
#include "shared/base/ascii.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostTokens = 200;
constexpr int kFirstYear = 1980;  // of dates found in text: before it there were no pages
constexpr int kLastYear = 2099;

struct MonthName {
  std::string_view name;
  int month;
};

// English, German, French, Spanish, Italian, Portuguese, Polish, Dutch, Scandinavian, Czech, Turkish, Russian; with
// what of abbreviations is not a beginning of these.
constexpr MonthName kMonths[] = {
    {"january", 1},    {"januar", 1},    {"jänner", 1},     {"januari", 1},   {"janvier", 1},       {"enero", 1},
    {"gennaio", 1},    {"janeiro", 1},   {"stycznia", 1},   {"ledna", 1},     {"ocak", 1},          {"января", 1},
    {"jan", 1},        {"ene", 1},       {"gen", 1},        {"january", 1},   {"february", 2},      {"februar", 2},
    {"februari", 2},   {"février", 2},   {"febrero", 2},    {"febbraio", 2},  {"fevereiro", 2},     {"lutego", 2},
    {"února", 2},      {"şubat", 2},     {"февраля", 2},    {"feb", 2},       {"fév", 2},           {"fev", 2},
    {"feber", 2},      {"march", 3},     {"märz", 3},       {"maart", 3},     {"mars", 3},          {"marzo", 3},
    {"março", 3},      {"marca", 3},     {"března", 3},     {"mart", 3},      {"марта", 3},         {"mar", 3},
    {"mär", 3},        {"mrz", 3},       {"marts", 3},      {"april", 4},     {"avril", 4},         {"abril", 4},
    {"aprile", 4},     {"kwietnia", 4},  {"dubna", 4},      {"nisan", 4},     {"апреля", 4},        {"apr", 4},
    {"avr", 4},        {"abr", 4},       {"may", 5},        {"mai", 5},       {"mei", 5},           {"mayo", 5},
    {"maggio", 5},     {"maio", 5},      {"maja", 5},       {"maj", 5},       {"května", 5},        {"mayıs", 5},
    {"мая", 5},        {"mag", 5},       {"june", 6},       {"juni", 6},      {"juin", 6},          {"junio", 6},
    {"giugno", 6},     {"junho", 6},     {"czerwca", 6},    {"června", 6},    {"haziran", 6},       {"июня", 6},
    {"jun", 6},        {"giu", 6},       {"july", 7},       {"juli", 7},      {"juillet", 7},       {"julio", 7},
    {"luglio", 7},     {"julho", 7},     {"lipca", 7},      {"července", 7},  {"temmuz", 7},        {"июля", 7},
    {"jul", 7},        {"lug", 7},       {"juil", 7},       {"august", 8},    {"augustus", 8},      {"août", 8},
    {"aout", 8},       {"agosto", 8},    {"sierpnia", 8},   {"srpna", 8},     {"ağustos", 8},       {"августа", 8},
    {"augusti", 8},    {"aug", 8},       {"ago", 8},        {"september", 9}, {"septembre", 9},     {"septiembre", 9},
    {"setiembre", 9},  {"settembre", 9}, {"setembro", 9},   {"września", 9},  {"září", 9},          {"eylül", 9},
    {"сентября", 9},   {"sep", 9},       {"sept", 9},       {"set", 9},       {"october", 10},      {"oktober", 10},
    {"octobre", 10},   {"octubre", 10},  {"ottobre", 10},   {"outubro", 10},  {"października", 10}, {"října", 10},
    {"ekim", 10},      {"октября", 10},  {"oct", 10},       {"okt", 10},      {"ott", 10},          {"out", 10},
    {"november", 11},  {"novembre", 11}, {"noviembre", 11}, {"novembro", 11}, {"listopada", 11},    {"listopadu", 11},
    {"kasım", 11},     {"ноября", 11},   {"nov", 11},       {"december", 12}, {"dezember", 12},     {"décembre", 12},
    {"diciembre", 12}, {"dicembre", 12}, {"dezembro", 12},  {"grudnia", 12},  {"prosince", 12},     {"aralık", 12},
    {"декабря", 12},   {"dec", 12},      {"dez", 12},       {"déc", 12},      {"dic", 12},
};

int month_of(std::string_view word) {
  const std::string lower = to_lower_ascii(word);
  const auto* const found =
      std::find_if(std::begin(kMonths), std::end(kMonths), [&](const MonthName& each) { return each.name == lower; });
  return found == std::end(kMonths) ? 0 : found->month;
}

struct Token {
  std::string_view text;
  std::string_view before;  // what stands between it and the token before
  int number = -1;          // -1: a word
  int month = 0;
};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

int number_of(std::string_view digits) {
  if (digits.size() > 4) return -1;
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t last_end = 0;
  for (std::size_t at = 0; at < text.size() && tokens.size() < kMostTokens;) {
    const bool digit = is_ascii_digit(text[at]);
    if (!digit && !is_letter(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (digit ? is_ascii_digit(text[end]) : is_letter(text[end]))) ++end;
    Token token{text.substr(at, end - at), text.substr(last_end, at - last_end)};
    if (digit) {
      token.number = number_of(token.text);
    } else {
      token.month = month_of(token.text);
    }
    tokens.push_back(token);
    last_end = at = end;
  }
  return tokens;
}

std::optional<PublishedDate> made(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month))
    return std::nullopt;
  return PublishedDate{.year = year, .month = month, .day = day};
}

bool is_year(const Token& token) {
  return token.number >= kFirstYear && token.number <= kLastYear && token.text.size() == 4;
}

bool is_small(const Token& token) {
  return token.number >= 1 && token.number <= 31 && token.text.size() <= 2;
}

// Ends of ordinals and articles inside a date: "1st", "2er", "12 de marzo", "5th of".
bool is_particle(const Token& token) {
  constexpr std::string_view kParticles[] = {"st", "nd", "rd", "th", "er", "de", "del", "of", "do", "º", "ª", "el"};
  return token.number < 0 && std::any_of(std::begin(kParticles), std::end(kParticles),
                                         [&](std::string_view each) { return equals_ignoring_case(each, token.text); });
}

class DateFinder {
 public:
  DateFinder(std::vector<Token> tokens, std::optional<bool> day_first)
      : tokens_(std::move(tokens)), day_first_(day_first) {}

  std::optional<PublishedDate> find() const {
    for (std::size_t at = 0; at + 2 < tokens_.size(); ++at) {
      if (auto date = numeric(at)) return date;
      if (auto date = named(at)) return date;
    }
    return std::nullopt;
  }

 private:
  // 2020-03-05, 05.03.2020, 3/25/2020, 2020年3月5日
  std::optional<PublishedDate> numeric(std::size_t at) const {
    const Token& a = tokens_[at];
    const std::size_t step = tokens_[at + 1].text == "年" ? 2 : 1;
    if (at + 2 * step >= tokens_.size()) return std::nullopt;
    const Token& b = tokens_[at + step];
    const Token& c = tokens_[at + 2 * step];
    if (b.number < 1 || c.number < 1) return std::nullopt;
    if (is_year(a) && step == 2 && is_small(b) && is_small(c)) return made(a.number, b.number, c.number);
    const std::string_view mark = trim(b.before);
    if (step != 1 || mark.size() != 1 || mark != trim(c.before)) return std::nullopt;
    if (mark != "." && mark != "-" && mark != "/") return std::nullopt;
    if (is_year(a) && is_small(b) && is_small(c)) return made(a.number, b.number, c.number);
    const bool of_two_digits = a.text.size() == 2 && b.text.size() == 2 && (at == 0 || trim(a.before) != mark);
    const int year = is_small(a) && is_small(b) ? year_of(at + 2, of_two_digits) : 0;
    return year > 0 ? of_two_small(a.number, b.number, year, mark) : std::nullopt;
  }

  // 03.04. and 03/04: which is the day.
  std::optional<PublishedDate> of_two_small(int a, int b, int year, std::string_view mark) const {
    if (mark == "." || a > 12) return made(year, b, a);
    if (b > 12 || a == b) return made(year, a, b);
    if (!day_first_) return std::nullopt;
    return *day_first_ ? made(year, b, a) : made(year, a, b);
  }

  // The year at `at`; one of two digits only where `short_too` and nothing goes on behind it: "23.09.22", not
  // "1.2.30.4". 0 where it is none.
  int year_of(std::size_t at, bool short_too) const {
    const Token& token = tokens_[at];
    if (is_year(token)) return token.number;
    if (!short_too || token.number < 0 || token.text.size() != 2) return 0;
    if (at + 1 < tokens_.size() && tokens_[at + 1].before.find_first_of(" \n,|(-") == std::string_view::npos) return 0;
    return token.number + (token.number < kFirstYear % 100 ? 2000 : 1900);
  }

  std::size_t skip_particles(std::size_t at) const {
    while (at < tokens_.size() && is_particle(tokens_[at])) ++at;
    return at;
  }

  // 12 de marzo de 2020, March 12th, 2020
  std::optional<PublishedDate> named(std::size_t at) const {
    const Token& first = tokens_[at];
    if (!is_small(first) && first.month == 0) return std::nullopt;
    const std::size_t second = skip_particles(at + 1);
    if (second >= tokens_.size()) return std::nullopt;
    const std::size_t third = skip_particles(second + 1);
    if (third >= tokens_.size()) return std::nullopt;
    const Token& other = tokens_[second];
    const bool last = third + 1 == tokens_.size();
    const int year = year_of(third, last && is_small(first) && other.month > 0);
    if (year == 0) return std::nullopt;
    if (is_small(first) && other.month > 0) return made(year, other.month, first.number);
    if (first.month > 0 && is_small(other)) return made(year, first.month, other.number);
    return std::nullopt;
  }

  std::vector<Token> tokens_;
  std::optional<bool> day_first_;
};

// "/20200305/"
std::optional<PublishedDate> joined_digits(const Token& token) {
  const std::string_view digits = token.text;
  if (digits.size() != 8 || token.before != "/" || !is_ascii_digit(digits[0])) return std::nullopt;
  return made(number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)), number_of(digits.substr(6)));
}

// "/2020/03/05", "/2020/mar/05", "-2020-03-05", "/25-03-2020"
std::optional<PublishedDate> parts_of_path(const std::vector<Token>& tokens, std::size_t at,
                                           std::optional<bool> day_first) {
  if (at + 2 >= tokens.size()) return std::nullopt;
  const Token& a = tokens[at];
  const Token& b = tokens[at + 1];
  const Token& c = tokens[at + 2];
  const bool joined = b.before == c.before && (b.before == "/" || b.before == "-" || b.before == "_");
  if (!joined || b.text.size() < 2) return std::nullopt;
  const int month = b.month > 0 ? b.month : b.number;
  if (is_year(a) && is_small(c) && c.text.size() == 2 && month > 0) return made(a.number, month, c.number);
  const bool day_comes_first = a.number > 12 || day_first.value_or(false);
  if (is_small(a) && a.text.size() == 2 && day_comes_first && is_year(c) && month > 0)
    return made(c.number, month, a.number);
  return std::nullopt;
}

}  // namespace

std::optional<PublishedDate> find_date(std::string_view text, std::optional<bool> day_first) {
  return DateFinder(tokens_of(text), day_first).find();
}

std::optional<PublishedDate> find_url_date(std::string_view url, std::optional<bool> day_first) {
  const std::size_t host = url.find("://");
  const std::size_t path = url.find('/', host == std::string_view::npos ? 0 : host + 3);
  if (path == std::string_view::npos) return std::nullopt;
  const auto tokens = tokens_of(url.substr(path));
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (auto date = joined_digits(tokens[at])) return date;
    if (auto date = parts_of_path(tokens, at, day_first)) return date;
  }
  return std::nullopt;
}

std::optional<PublishedDate> read_date_value(std::string_view value, std::optional<bool> day_first) {
  const std::string line = normalize_line(value);
  auto date = parse_date(line);
  if (!date && line.size() > 10) date = parse_date(std::string_view(line).substr(0, 10));
  if (date && date->precision() >= DatePrecision::kDay) {
    return date->year >= kFirstYear - 100 && date->year <= kLastYear ? date : std::nullopt;
  }
  return find_date(line, day_first);
}

}  // namespace dateline
