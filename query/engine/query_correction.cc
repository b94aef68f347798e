// Finds what is wrong in the tree, and writes something else over its bytes of the query.
#include "query/engine/query_correction.h"

#include <algorithm>

#include "query/engine/near_names.h"
#include "query/engine/query_value.h"
#include "schema/fields.h"
#include "shared/base/strings.h"
#include "shared/store/name_key.h"
#include "shared/text/tokenizer.h"

namespace dateline {
namespace {

constexpr std::uint64_t kFarMoreFrequent = 50;
constexpr std::size_t kMostTexts = 3;
constexpr std::size_t kMostParts = 8;  // words and names that are looked at: each costs milliseconds

// A part of the query that may be wrong, and what it may be instead, the likeliest first.
struct Part {
  TextSpan span;  // of the query text
  std::vector<std::string> instead;
};

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class Corrector {
 public:
  Corrector(const SearchInput& input, const Catalog& catalog, Stemmer& stemmer, XapianSearcher& searcher,
            std::uint64_t matched)
      : input_(input), catalog_(catalog), stemmer_(stemmer), searcher_(searcher), matched_(matched) {}

  Result<std::vector<std::string>> run() {
    if (auto done = visit(input_.tree); !done) return std::move(done).error();
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.span.begin < b.span.begin; });
    std::vector<std::string> texts;
    if (parts_.empty()) return texts;
    texts.push_back(written(parts_.size(), 0));
    for (std::size_t part = 0; part < parts_.size(); ++part) {
      if (texts.size() < kMostTexts && parts_[part].instead.size() > 1) texts.push_back(written(part, 1));
    }
    return texts;
  }

 private:
  Result<void> visit(const QueryNode& node) {
    if (parts_.size() >= kMostParts) return {};
    const bool title = node.kind == NodeKind::kField && kFields[node.field].type == FieldType::kText;
    if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || title) return check_words(node);
    if (node.kind == NodeKind::kField && kFields[node.field].facet) return check_name(node);
    if (node.kind == NodeKind::kNot) return visit(node.children.front());
    for (const QueryNode& child : node.children) {
      if (auto done = visit(child); !done) return done;
    }
    return {};
  }

  // Where the node's value stands in the query text; empty where it is not found there.
  [[nodiscard]] TextSpan value_span(const QueryNode& node) const {
    const std::string_view text = input_.request.text;
    if (node.span.end > text.size() || node.text.empty()) return {};
    const std::size_t at = text.substr(node.span.begin, node.span.end - node.span.begin).rfind(node.text);
    if (at == std::string_view::npos) return {};
    return {node.span.begin + at, node.span.begin + at + node.text.size()};
  }

  Result<void> check_words(const QueryNode& node) {
    const TextSpan span = value_span(node);
    Tokenizer tokenizer(node.text);
    for (Token token; span.begin < span.end && tokenizer.next(token);) {
      const std::string folded(token.folded);
      auto instead = words_instead_of(folded);
      if (!instead) return std::move(instead).error();
      if (!instead->empty())
        parts_.push_back({{span.begin + token.begin, span.begin + token.end}, std::move(*instead)});
    }
    return {};
  }

  Result<std::vector<std::string>> words_instead_of(const std::string& word) {
    std::vector<std::string> out;
    if (has_digit(word)) return out;
    const auto articles = searcher_.articles_with_term(std::string(stemmer_.stem(word)));
    if (!articles) return articles.error();
    if (*articles > kFewMatches) return out;
    const auto near = searcher_.words_near(word, kMostTexts);
    if (!near) return near.error();
    for (const CountedWord& other : *near) {
      if (other.articles >= kFarMoreFrequent * *articles) out.push_back(other.word);
    }
    return out;
  }

  Result<void> check_name(const QueryNode& node) {
    const auto resolved = input_.fields.facets.find(&node);
    TextSpan span = value_span(node);
    if (matched_ != 0 || resolved == input_.fields.facets.end() || !resolved->second.empty() || span.begin >= span.end)
      return {};
    auto name = name_instead_of(*kFields[node.field].facet, node.text);
    if (!name) return std::move(name).error();
    if (name->empty()) return {};
    if (node.quoted) {                                                         // the quotes are written anew
      const std::size_t quote = input_.request.text[span.end] == '"' ? 1 : 3;  // a curly one has three bytes
      span = {span.begin - quote, span.end + quote};
    }
    parts_.push_back({span, {value_of_query(*name, false)}});
    return {};
  }

  // The most frequent of those with the fewest typing errors; "" for none.
  Result<std::string> name_instead_of(FacetKind kind, std::string_view name) {
    const auto near = near_names(catalog_, kind, name_key(name));
    if (!near) return near.error();
    FacetId best = 0;
    std::uint64_t most = 0;
    for (const FacetId id : *near) {
      const FacetId standing = input_.remap(id);
      if (standing == 0 || kind_of(standing) != kind) continue;
      std::vector<FacetId> stored;
      input_.remap.append_all_of(standing, stored);
      const auto articles = searcher_.articles_with_any(stored);
      if (!articles) return articles.error();
      if (*articles > most) best = standing, most = *articles;
    }
    if (best == 0) return std::string();
    const auto names = catalog_.names_of(std::span(&best, 1));
    if (!names) return names.error();
    return names->front().name;
  }

  // The query with the first choice for each part; `choice` for one of them, if it is one of them.
  [[nodiscard]] std::string written(std::size_t part, std::size_t choice) const {
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      if (parts_[i].span.begin < at) continue;
      out += input_.request.text.substr(at, parts_[i].span.begin - at);
      out += parts_[i].instead[i == part ? choice : 0];
      at = parts_[i].span.end;
    }
    return out + input_.request.text.substr(at);
  }

  const SearchInput& input_;
  const Catalog& catalog_;
  Stemmer& stemmer_;
  XapianSearcher& searcher_;
  std::uint64_t matched_;
  std::vector<Part> parts_;
};

}  // namespace

Result<std::vector<std::string>> corrected_queries(const SearchInput& input, const Catalog& catalog, Stemmer& stemmer,
                                                   XapianSearcher& searcher, std::uint64_t matched) {
  return Corrector(input, catalog, stemmer, searcher, matched).run();
}

}  // namespace dateline
