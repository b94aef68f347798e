// Wildcards by the walk with one place to come back to (the last star); slips by optimal string alignment.
#include "query/engine/word_pattern.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

#include "shared/base/strings.h"
#include "shared/base/typing_errors.h"
#include "shared/text/tokenizer.h"
#include "shared/text/unicode.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestRegex = 1000;  // bytes
constexpr char32_t kStar = U'*';
constexpr char32_t kOne = U'?';

std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) out.push_back(next_code_point(text, at));
  return out;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// As the index has words: folded, without apostrophes, joined where there were hyphens. Runs of stars are one.
std::u32string folded_wildcard(std::string_view typed) {
  std::u32string out;
  for (const char32_t c : code_points_of(fold(typed))) {
    const bool wild = c == kStar || c == kOne;
    if (!wild && !is_word_code_point(c)) continue;
    if (c == kStar && !out.empty() && out.back() == kStar) continue;
    out.push_back(c);
  }
  return out;
}

std::string joined_words(std::string_view typed) {
  std::string out;
  Tokenizer tokenizer(typed);
  for (Token token; tokenizer.next(token);) out += token.folded;
  return out;
}

bool matches_wildcard(std::u32string_view pattern, std::string_view word) {
  std::size_t at = 0, byte = 0, after_star = std::u32string_view::npos, star_byte = 0;
  while (byte < word.size()) {
    std::size_t next = byte;
    const char32_t c = next_code_point(word, next);
    if (at < pattern.size() && (pattern[at] == kOne || pattern[at] == c)) {
      ++at, byte = next;
    } else if (at < pattern.size() && pattern[at] == kStar) {
      after_star = ++at, star_byte = byte;
    } else if (after_star != std::u32string_view::npos) {
      at = after_star;
      next_code_point(word, star_byte);
      byte = star_byte;
    } else {
      return false;
    }
  }
  while (at < pattern.size() && pattern[at] == kStar) ++at;
  return at == pattern.size();
}

// Letters beyond ASCII lose their accents, as words do; signs of the expression are ASCII and stay.
std::string folded_regex(std::string_view typed) {
  std::string out;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t from = at;
    const char32_t c = next_code_point(typed, at);
    const std::string_view bytes = typed.substr(from, at - from);
    c < 0x80 ? static_cast<void>(out += bytes) : fold_to(bytes, out);
  }
  return out;
}

// The plain letters with which all matches begin: none where there is a choice.
std::string regex_prefix(std::string_view expression) {
  if (expression.find('|') != std::string_view::npos) return {};
  if (expression.starts_with('^')) expression.remove_prefix(1);
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const auto end = std::find_if_not(expression.begin(), expression.end(), plain);
  std::string prefix = to_lower_ascii(expression.substr(0, static_cast<std::size_t>(end - expression.begin())));
  const bool repeated = end != expression.end() && (*end == '?' || *end == '*' || *end == '{');
  if (repeated && !prefix.empty()) prefix.pop_back();
  return prefix;
}

Error wrong_regex(const QueryNode& node, std::string_view why) {
  return Error{
      .code = ErrorCode::kQuery,
      .message = concat({"this regular expression is wrong: ", why}),
      .hint = "it must match a whole word: /colou?r/, /.*burg/; put the text in quotes to search for it as it is",
      .position = node.span};
}

}  // namespace

struct WordPattern::Impl {
  NodeKind kind = NodeKind::kWildcard;
  std::string prefix;
  std::u32string letters;  // kWildcard: the pattern; kFuzzy: the word
  std::string word;        // kFuzzy
  std::size_t errors = 0;  // kFuzzy
  std::unique_ptr<RE2> regex;
};

WordPattern::WordPattern(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
WordPattern::WordPattern(WordPattern&&) noexcept = default;
WordPattern& WordPattern::operator=(WordPattern&&) noexcept = default;
WordPattern::~WordPattern() = default;

const std::string& WordPattern::prefix() const {
  return impl_->prefix;
}

Result<WordPattern> WordPattern::of(const QueryNode& node) {
  auto impl = std::make_unique<Impl>();
  impl->kind = node.kind;
  if (node.kind == NodeKind::kWildcard) {
    impl->letters = folded_wildcard(node.text);
    for (const char32_t c : impl->letters) {
      if (c == kStar || c == kOne) break;
      append_utf8(impl->prefix, c);
    }
  } else if (node.kind == NodeKind::kFuzzy) {
    impl->word = joined_words(node.text);
    impl->letters = code_points_of(impl->word);
    impl->errors = node.distance;
  } else {
    if (node.text.size() > kLongestRegex) return wrong_regex(node, "it is longer than 1,000 bytes");
    const std::string expression = folded_regex(node.text);
    RE2::Options options;
    options.set_case_sensitive(false);
    options.set_log_errors(false);
    impl->regex = std::make_unique<RE2>(expression, options);
    if (!impl->regex->ok()) return wrong_regex(node, impl->regex->error());
    impl->prefix = regex_prefix(expression);
  }
  return WordPattern(std::move(impl));
}

bool WordPattern::matches(std::string_view word) const {
  switch (impl_->kind) {
    case NodeKind::kWildcard:
      return matches_wildcard(impl_->letters, word);
    case NodeKind::kFuzzy: {
      const std::size_t most = impl_->errors;
      if (is_ascii(word) && impl_->word.size() == impl_->letters.size()) {
        const std::size_t longer = std::max(word.size(), impl_->word.size());
        const std::size_t shorter = std::min(word.size(), impl_->word.size());
        return longer - shorter <= most && typing_errors(impl_->word, word, most) <= most;
      }
      return typing_errors(impl_->letters, code_points_of(word), most) <= most;
    }
    default:
      return RE2::FullMatch(re2::StringPiece(word.data(), word.size()), *impl_->regex);
  }
}

std::string pattern_text(const QueryNode& node) {
  if (node.kind == NodeKind::kFuzzy) return concat({node.text, "~", std::to_string(node.distance)});
  if (node.kind == NodeKind::kRegex) return concat({"/", node.text, "/"});
  return node.text;
}

}  // namespace dateline
