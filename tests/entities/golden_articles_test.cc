// Articles of our own with the names that a careful reader marks: what extraction makes of them is a golden file, and
// it must agree with the reader to a stated degree. UPDATE_GOLDEN=1 writes the golden files anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <tuple>

#include "shared/base/files.h"
#include "shared/base/strings.h"
#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

namespace fs = std::filesystem;

using Span = std::tuple<bool, std::uint32_t, std::uint32_t, EntityKind>;  // in the text, begin, end, kind

struct Annotated {
  std::string title, text;
  std::set<Span> spans;
  std::set<std::string> names;  // "person Joe Biden"
};

void take_marks(const MarkedText& marked, bool in_text, Annotated& out) {
  for (std::size_t i = 0; i < marked.spans.size(); ++i) {
    const NameSpan& span = marked.spans[i];
    out.spans.insert({in_text, span.begin, span.end, span.kind});
    out.names.insert(concat({name_of(span.kind), " ", marked.meant[i]}));
  }
}

Annotated read_annotated(const fs::path& path) {
  const auto bytes = read_whole_file(path.string());
  EXPECT_TRUE(bytes) << path;
  Annotated out;
  if (!bytes) return out;
  const std::size_t line_end = bytes->find('\n');
  const MarkedText title = read_marks(std::string_view(*bytes).substr(0, line_end));
  const MarkedText text = read_marks(std::string_view(*bytes).substr(line_end + 1));
  out.title = title.text;
  out.text = text.text;
  take_marks(title, false, out);
  take_marks(text, true, out);
  return out;
}

std::vector<fs::path> articles() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(DATELINE_SOURCE_DIR "/tests/data/entities"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string described(const std::vector<ArticleEntity>& entities, const Annotated& article) {
  std::string out;
  for (const ArticleEntity& entity : entities) {
    out += concat({name_of(entity.kind), " ", entity.name, "\n"});
    if (!entity.titles.empty()) out += concat({"  titles: ", join(entity.titles, ", "), "\n"});
    for (const Mention& mention : entity.mentions) {
      const std::string& from = mention.in_title ? article.title : article.text;
      std::string bytes = from.substr(mention.begin, mention.end - mention.begin);
      std::replace(bytes.begin(), bytes.end(), '\n', '/');
      out += concat({mention.in_title ? "  title " : "  ", std::to_string(mention.begin), " ", bytes, "\n"});
    }
  }
  return out;
}

struct Agreement {
  std::size_t right = 0, wrong = 0, missed = 0;
  template <class T>
  void count(const std::set<T>& expected, const std::set<T>& found) {
    for (const T& one : found) ++(expected.contains(one) ? right : wrong);
    for (const T& one : expected) missed += found.contains(one) ? 0 : 1;
  }
  [[nodiscard]] double f1() const {
    return 200.0 * static_cast<double>(right) / static_cast<double>(2 * right + wrong + missed);
  }
};

TEST(GoldenArticles, AreExtractedAsBefore) {
  const std::vector<fs::path> paths = articles();
  ASSERT_GE(paths.size(), 10U);
  for (const fs::path& path : paths) {
    const Annotated article = read_annotated(path);
    const std::string found = described(extract(article.text, article.title), article);
    const std::string golden = fs::path(path).replace_extension(".golden").string();
    if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(golden, std::ios::binary) << found;
    const auto expected = read_whole_file(golden);
    ASSERT_TRUE(expected) << golden;
    EXPECT_EQ(found, *expected) << golden;
  }
}

TEST(GoldenArticles, AgreeWithACarefulReader) {
  Agreement mentions, entities;
  std::string report;
  for (const fs::path& path : articles()) {
    const Annotated article = read_annotated(path);
    std::set<Span> spans;
    std::set<std::string> names;
    for (const ArticleEntity& entity : extract(article.text, article.title)) {
      names.insert(concat({name_of(entity.kind), " ", entity.name}));
      for (const Mention& m : entity.mentions) spans.insert({!m.in_title, m.begin, m.end, entity.kind});
    }
    mentions.count(article.spans, spans);
    entities.count(article.names, names);
    for (const std::string& name : names)
      if (!article.names.contains(name)) report += concat({path.stem().string(), ": wrong ", name, "\n"});
    for (const std::string& name : article.names)
      if (!names.contains(name)) report += concat({path.stem().string(), ": missed ", name, "\n"});
  }
  std::printf("mentions F1 %.1f, entities F1 %.1f\n%s", mentions.f1(), entities.f1(), report.c_str());
  EXPECT_GE(mentions.f1(), 90.0) << report;
  EXPECT_GE(entities.f1(), 88.0) << report;
}

}  // namespace
}  // namespace dateline::testing
