// Word diffs: what was said and what is said can be put together from them; changes are few; huge texts end.
#include "query/engine/word_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace dateline {
namespace {

// As git prints it.
std::string marked(std::string_view before, std::string_view after) {
  std::string out;
  for (const DiffPart& part : diff_words(before, after).parts) {
    if (part.kind == DiffKind::kSame) out += part.text;
    if (part.kind == DiffKind::kRemoved) out += "[-" + part.text + "-]";
    if (part.kind == DiffKind::kAdded) out += "{+" + part.text + "+}";
  }
  return out;
}

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

// The new text byte for byte, and the old one but for its white space.
void expect_both_texts(const std::string& before, const std::string& after) {
  std::string old_text, new_text;
  for (const DiffPart& part : diff_words(before, after).parts) {
    if (part.kind != DiffKind::kAdded) old_text += part.text;
    if (part.kind != DiffKind::kRemoved) new_text += part.text;
  }
  EXPECT_EQ(new_text, after);
  EXPECT_EQ(without_blanks(old_text), without_blanks(before));
}

TEST(WordDiff, MarksWordsThatChanged) {
  struct Case {
    const char *before, *after, *marked;
  };
  const Case cases[] = {
      {"", "", ""},
      {"one two", "one two", "one two"},
      {"one two", "one  two", "one  two"},
      {"", "one two", "{+one two+}"},
      {"one two", "", "[-one two-]"},
      {"ten boats lost", "twelve boats lost", "[-ten -]{+twelve +}boats lost"},
      {"a b c", "a c", "a [-b -]c"},
      {"a c", "a b c", "a {+b +}c"},
      {"one\n\ntwo", "one\n\ntwo three", "one\n\ntwo {+three+}"},
      {"one\n\ntwo", "one two", "one [-\n\n-]two"},
      {"said. Then", "said. Then", "said. Then"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(std::string(c.before) + " → " + c.after);
    expect_both_texts(c.before, c.after);
    EXPECT_EQ(marked(c.before, c.after), c.marked);
  }
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (const char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      if (words.empty()) words.emplace_back();
      words.back() += c;
    }
  }
  return words;
}

// Words of the longest common subsequence, by the table.
std::size_t common_words(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (const std::string& word : a) {
    std::size_t diagonal = 0;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = word == b[j - 1] ? diagonal + 1 : std::max(row[j], row[j - 1]);
      diagonal = above;
    }
  }
  return row.back();
}

std::string random_words(std::mt19937& random, std::size_t count, std::size_t vocabulary) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    if (i > 0) text += ' ';
    text += 'w' + std::to_string(random() % vocabulary);
  }
  return text;
}

TEST(WordDiff, HasTheFewestChanges) {
  std::mt19937 random(20240816);
  for (int round = 0; round < 300; ++round) {
    const std::size_t vocabulary = 2 + random() % 12;
    const std::string before = random_words(random, random() % 60, vocabulary);
    const std::string after = random_words(random, random() % 60, vocabulary);
    const auto a = words_of(before), b = words_of(after);
    const std::size_t common = common_words(a, b);
    const WordDiff diff = diff_words(before, after);
    EXPECT_EQ(diff.removed, a.size() - common) << before << "\n" << after;
    EXPECT_EQ(diff.added, b.size() - common) << before << "\n" << after;
    expect_both_texts(before, after);
  }
}

// No time is asserted; without the bound this test would not end.
TEST(WordDiff, OfHugeTextsEnds) {
  std::mt19937 random(3);
  for (const std::size_t vocabulary : {2UL, 50UL, 100'000UL}) {
    expect_both_texts(random_words(random, 60'000, vocabulary), random_words(random, 60'000, vocabulary));
  }
}

}  // namespace
}  // namespace dateline
