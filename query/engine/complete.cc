// Gathers what fits from the field table, the index's words and the catalog's names, and writes it into the text.
#include "query/engine/complete.h"

#include <algorithm>
#include <array>

#include "query/engine/complete_input.h"
#include "query/engine/name_prefix.h"
#include "query/engine/query_value.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

constexpr std::size_t kMostWords = 2000;     // of the index's words; about half a microsecond each
constexpr std::size_t kShortestName = 2;     // bytes of a name where no field says that it is one
constexpr std::size_t kMostWordsOfName = 3;  // that are typed without a field
// Kinds of names that are completed without a field before them.
constexpr std::array kPlainKinds = {FacetKind::kPerson, FacetKind::kPlace, FacetKind::kOrganization,
                                    FacetKind::kCountry, FacetKind::kSource};

std::string_view field_name_of(FacetKind kind) {
  const auto* found =
      std::find_if(kFields.begin(), kFields.end(), [&](const Field& field) { return field.facet == kind; });
  return found == kFields.end() ? std::string_view() : found->name;
}

struct LastWord {
  std::size_t begin = 0;  // in what was looked at
  std::string folded;
};

// The word that the text ends in; "" where it ends in something else.
LastWord last_word(std::string_view text) {
  LastWord out{.begin = text.size(), .folded = {}};
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) {
    if (token.end == text.size()) out = {.begin = token.begin, .folded = std::string(token.folded)};
  }
  return out;
}

class Completer {
 public:
  Completer(const CompletionRequest& request, const Catalog& catalog, IndexSnapshot* snapshot)
      : request_(request), catalog_(catalog), snapshot_(snapshot), input_(begun_input(request.text)) {}

  Result<Completions> run() {
    out_.asked = request_.text;
    out_.begin = input_.begin;
    const bool closed = input_.value.empty() && !input_.field && !at_a_beginning();
    if (auto done = closed ? Result<void>() : gather(); !done) return std::move(done).error();
    std::stable_sort(out_.rows.begin(), out_.rows.end(), [this](const Completion& a, const Completion& b) {
      return group_of(a) != group_of(b) ? group_of(a) < group_of(b) : a.articles > b.articles;
    });
    if (out_.rows.size() > request_.limit) out_.rows.resize(request_.limit);
    // Rows may begin at different places: all are made to begin at the first of them.
    for (const Completion& row : out_.rows) out_.begin = std::min(out_.begin, begin_of(row));
    for (Completion& row : out_.rows) row.insert = row.text.substr(out_.begin);
    return std::move(out_);
  }

 private:
  // Nothing is typed yet: the text is empty, or ends behind a space, a parenthesis or a sign.
  [[nodiscard]] bool at_a_beginning() const {
    return input_.begin == 0 ||
           std::string_view(" \t\n(+-").find(request_.text[input_.begin - 1]) != std::string_view::npos;
  }

  // Names that several typed words begin are hardly meant to be anything else; then come fields.
  [[nodiscard]] int group_of(const Completion& row) const {
    if (row.kind == CompletionKind::kName && several_words_) return 0;
    return row.kind == CompletionKind::kField ? 1 : 2;
  }

  // Where the row's text begins to differ from what was asked, at the latest where something was begun.
  [[nodiscard]] std::size_t begin_of(const Completion& row) const {
    const auto [asked, text] =
        std::mismatch(request_.text.begin(), request_.text.end(), row.text.begin(), row.text.end());
    return std::min(input_.begin, static_cast<std::size_t>(asked - request_.text.begin()));
  }

  void add(CompletionKind kind, std::size_t begin, std::string_view insert, std::string_view label,
           std::uint64_t articles, std::optional<FacetKind> facet = {}) {
    out_.rows.push_back({.kind = kind,
                         .facet = facet,
                         .text = concat({std::string_view(request_.text).substr(0, begin), insert}),
                         .insert = {},
                         .label = std::string(label),
                         .articles = articles});
  }

  Result<void> gather() {
    if (input_.field) {
      const Field& field = kFields[*input_.field];
      if (field.facet) return add_names({&*field.facet, 1}, input_.value, input_.begin, input_.field_text);
      return field.type == FieldType::kText ? add_words() : Result<void>();
    }
    if (!input_.quoted) add_fields();
    if (input_.value.empty()) return {};
    if (auto done = add_words(); !done || input_.quoted) return done;
    return add_plain_names();
  }

  void add_fields() {
    const std::string typed = to_lower_ascii(input_.value);
    for (const Field& field : kFields) {
      const bool by_alias = !field.name.starts_with(typed) && !field.alias.empty() && field.alias.starts_with(typed);
      if (!by_alias && !field.name.starts_with(typed)) continue;
      const std::string text = concat({by_alias ? field.alias : field.name, ":"});
      add(CompletionKind::kField, input_.begin, text, text, 0);
    }
  }

  Result<void> add_words() {
    const LastWord last = last_word(input_.value);
    if (snapshot_ == nullptr || last.folded.empty()) return {};
    const auto words = snapshot_->searcher.words_from(last.folded, request_.limit, kMostWords, nullptr);
    if (!words) return words.error();
    const auto begin = static_cast<std::size_t>(input_.value.data() - request_.text.data()) + last.begin;
    for (const CountedWord& word : *words) add(CompletionKind::kWord, begin, word.word, word.word, word.articles);
    return {};
  }

  // `field`: written before each name; nullopt: the field of its kind.
  Result<void> add_names(std::span<const FacetKind> kinds, std::string_view typed, std::size_t begin,
                         std::optional<std::string_view> field) {
    if (snapshot_ == nullptr || typed.empty()) return {};
    const auto names = names_beginning(catalog_, snapshot_->searcher, kinds, typed, request_.limit);
    if (!names) return names.error();
    for (const PrefixedName& name : *names) {
      const FacetKind kind = kind_of(name.facet);
      const std::string before = field ? std::string(*field) : concat({field_name_of(kind), ":"});
      const std::string insert = concat({before, value_of_query(name.name, input_.quoted)});
      add(CompletionKind::kName, begin, insert, name.name, name.articles, kind);
    }
    return {};
  }

  // The last words of the text as the beginning of a name: as many as there are names with.
  Result<void> add_plain_names() {
    const std::string_view text = request_.text;
    std::vector<std::size_t> begins{input_.begin};
    while (begins.size() < kMostWordsOfName && plain_word_before(begins.back()))
      begins.push_back(*plain_word_before(begins.back()));
    for (auto begin = begins.rbegin(); begin != begins.rend(); ++begin) {
      const std::string_view typed = text.substr(*begin);
      if (typed.size() < kShortestName) continue;
      const std::size_t before = out_.rows.size();
      if (auto done = add_names(kPlainKinds, typed, *begin, std::nullopt); !done) return done;
      several_words_ = *begin != input_.begin;
      if (out_.rows.size() > before) return {};
    }
    return {};
  }

  // Where the word before `begin` begins, if only blanks lie between and it is nothing but a word.
  [[nodiscard]] std::optional<std::size_t> plain_word_before(std::size_t begin) const {
    const std::string_view text = std::string_view(request_.text).substr(0, begin);
    const std::size_t end = text.find_last_not_of(' ');
    if (end == std::string_view::npos || end + 1 == begin) return std::nullopt;
    const std::size_t blank = text.find_last_of(" \t\n", end);
    const std::size_t first = blank == std::string_view::npos ? 0 : blank + 1;
    const std::string_view word = text.substr(first, end + 1 - first);
    if (word.find_first_of("\":()+-*") != std::string_view::npos) return std::nullopt;
    return first;
  }

  const CompletionRequest& request_;
  const Catalog& catalog_;
  IndexSnapshot* snapshot_;
  BegunInput input_;
  bool several_words_ = false;  // the names found have several words of the text
  Completions out_;
};

}  // namespace

Result<Completions> complete(const CompletionRequest& request, const Catalog& catalog, IndexSnapshot* snapshot) {
  return Completer(request, catalog, snapshot).run();
}

}  // namespace dateline
