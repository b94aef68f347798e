// Hits and articles as text for people.
#include "query/cli/terminal_format.h"

#include <algorithm>

#include "query/cli/format_parts.h"

namespace dateline::cli {
namespace {

std::string header(const ResultsView& results, const Screen& screen) {
  std::string text = results.matched == 0 ? "no article matches" : counted(results.matched, "article");
  if (!results.exact) text = "about " + text;
  text = paint(screen, Ink::kTitle, text);
  std::string rest = " · " + milliseconds(results.took_ms);
  const bool all = results.offset == 0 && results.hits.size() == results.matched;
  if (!results.hits.empty() && !all) {
    rest +=
        " · " + with_thousands(results.hits.front().rank) + "–" + with_thousands(results.hits.back().rank) + " shown";
  }
  text += paint(screen, Ink::kFaint, rest) + "\n";
  for (const std::string& note : results.notes) text += wrapped(note, screen, 0);
  if (!results.corrected.empty()) text += wrapped("did you mean: " + results.corrected, screen, 0);
  if (!results.suggestion.empty()) text += wrapped(results.suggestion, screen, 0);
  return text;
}

// "5 more versions"
std::string more_versions(std::uint64_t versions) {
  return with_thousands(versions) + (versions == 1 ? " more version" : " more versions");
}

std::string format_hit(const HitView& hit, const Screen& screen, std::size_t digits) {
  const std::size_t indent = digits + 2;
  const std::string rank = with_thousands(hit.rank);
  const std::vector<Cell> title = cells_of(hit.title);
  const auto title_lines = wrap(title, text_width(screen, indent));
  std::string text = std::string(digits - rank.size(), ' ') + paint(screen, Ink::kFaint, rank) + "  ";
  for (std::size_t i = 0; i < title_lines.size(); ++i) {
    if (i > 0) text += std::string(indent, ' ');
    text += paint(screen, Ink::kTitle, plain(title_lines[i])) + "\n";
  }
  if (title_lines.empty()) text += paint(screen, Ink::kFaint, "(no title)") + "\n";
  text += about_line(hit.source, hit.published, hit.id, screen, indent);
  std::vector<Cell> snippet = cells_of(hit.snippet, hit.highlights);
  tag_cells(snippet, hit.snippet, hit.entities);
  for (const auto line : wrap(snippet, text_width(screen, indent))) {
    text += std::string(indent, ' ') + painted(line, screen) + "\n";
  }
  if (hit.versions != 0) {
    text += std::string(indent, ' ') + paint(screen, Ink::kFaint, "and " + more_versions(hit.versions)) + "\n";
  }
  return text;
}

std::string version_lines(const std::vector<VersionView>& versions, const Screen& screen) {
  if (versions.empty()) return {};
  std::string text = "\n" +
                     paint(screen, Ink::kTitle,
                           versions.size() == 1 ? "1 near copy" : with_thousands(versions.size()) + " near copies") +
                     "\n";
  for (const VersionView& version : versions) {
    text += about_line(version.source, version.published, version.id, screen, 2);
  }
  return text;
}

std::string address_lines(const std::vector<std::string>& addresses, const Screen& screen) {
  constexpr std::size_t kMost = 10;  // the JSON has all
  std::string text;
  for (std::size_t i = 0; i < addresses.size() && i < kMost; ++i) text += meta_line("also at", addresses[i], screen);
  if (addresses.size() > kMost) {
    text += meta_line("also at", counted(addresses.size() - kMost, "other address") + "es", screen);
  }
  return text;
}

std::string meta_lines(const ArticleView& article, const Screen& screen) {
  std::string file = article.path == "-" ? "standard input" : article.path;
  if (article.record != 0) file += ", record " + with_thousands(article.record);
  return meta_line("source", article.source, screen) + meta_line("published", article.published, screen) +
         meta_line("by", joined(article.authors), screen) +
         meta_line("contributors", joined(article.contributors), screen) +
         meta_line("dateline", article.dateline, screen) + meta_line("language", article.language, screen) +
         meta_line("section", article.section, screen) + meta_line("caption", article.caption, screen) +
         meta_line("url", article.url, screen) + meta_line("file", file, screen) + meta_line("id", article.id, screen) +
         address_lines(article.addresses, screen) + meta_line("length", counted(article.words, "word"), screen);
}

// Where nothing matches, a kind with a selection may still count what else could be chosen.
std::string facets_below(const ResultsView& results, const Screen& screen) {
  const bool counted_any =
      std::any_of(results.facets.begin(), results.facets.end(), [](const FacetView& f) { return !f.values.empty(); });
  return counted_any ? "\n" + format_facets(results.facets, screen) : "";
}

}  // namespace

std::string format_results(const ResultsView& results, const Screen& screen) {
  std::string text = header(results, screen);
  const std::size_t digits = results.hits.empty() ? 1 : with_thousands(results.hits.back().rank).size();
  for (const HitView& hit : results.hits) text += "\n" + format_hit(hit, screen, digits);
  if (results.hits.empty() && results.matched > 0) text += "no hits from here on: there are fewer\n";
  return text + facets_below(results, screen);
}

std::string format_counts(const ResultsView& results, const Screen& screen) {
  std::string text = header(results, screen);
  return text + facets_below(results, screen);
}

std::string format_article(const ArticleView& article, const Screen& screen) {
  std::string text;
  const std::vector<Cell> title = cells_of(article.title);
  for (const auto line : wrap(title, text_width(screen, 0))) text += paint(screen, Ink::kTitle, plain(line)) + "\n";
  if (article.title_made) text += paint(screen, Ink::kFaint, "(it has no title: this is its first sentence)") + "\n";
  text += "\n" + meta_lines(article, screen) + "\n" + format_text(article.text, screen);
  text += version_lines(article.versions, screen);
  std::vector<FacetView> named;
  for (const FacetView& kind : article.entities) {
    if (!kind.values.empty()) named.push_back(kind);
  }
  if (!named.empty()) text += "\n" + format_facets(named, screen);
  return text;
}

std::string format_tree(std::string_view sexpr) {
  std::string text;
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < sexpr.size(); ++i) {
    const char c = sexpr[i];
    if (quoted && c == '\\' && i + 1 < sexpr.size()) {
      text += c;
      text += sexpr[++i];
      continue;
    }
    if (c == '"') quoted = !quoted;
    const bool child = !quoted && c == ' ' && i + 1 < sexpr.size() && sexpr[i + 1] == '(';
    if (!quoted && c == '(') ++depth;
    if (!quoted && c == ')' && depth > 0) --depth;
    if (child) {
      text += "\n" + std::string(depth * 2, ' ');
    } else {
      text += c;
    }
  }
  return text + "\n";
}

}  // namespace dateline::cli
