// What must hold for every input of the formats and of cleaning; used by the fuzzer and by the test with seeded
// mutations.
#pragma once

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/read_articles.h"
#include "indexer/formats/text_encoding.h"
#include "shared/base/strings.h"

namespace dateline {

inline bool is_clean_utf8(std::string_view text) {
  return find_invalid_utf8(text) == std::string_view::npos && text.find('\0') == std::string_view::npos;
}

// "" where all is well, else what is wrong.
inline std::string check_article(const Article& article) {
  if (article.text.empty() || article.key.empty() || article.title.empty())
    return "an article without text, key or title";
  for (const std::string* part : {&article.key, &article.title, &article.source, &article.url, &article.dateline,
                                  &article.language, &article.text}) {
    if (!is_clean_utf8(*part)) return "a field that is no clean UTF-8";
  }
  for (const auto* names : {&article.authors, &article.contributors}) {
    for (const std::string& name : *names) {
      if (name.empty() || !is_clean_utf8(name) || name.find('\n') != std::string::npos) return "an odd name";
    }
  }
  if (article.title.find('\n') != std::string::npos) return "a title of several lines";
  if (normalize_text(article.text) != article.text) return "a text that is not normalised";
  return {};
}

inline std::string check_error(const Error& error) {
  if (error.code != ErrorCode::kUnreadable) return "an error of another code: " + error.message;
  if (error.message.empty() || error.message.size() > 400) return "no message, or one that is too long";
  if (error.message.find('\n') != std::string::npos || !is_clean_utf8(error.message))
    return "a message that cannot be shown";
  return {};
}

class BytesInMemory final : public ByteSource {
 public:
  explicit BytesInMemory(std::string_view bytes) : bytes_(bytes) {}
  Result<std::size_t> read(std::span<char> into) override {
    const std::size_t count = std::min({into.size(), bytes_.size(), std::size_t{37}});
    std::copy_n(bytes_.begin(), count, into.begin());
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

// Parses and checks what is given to it; `wrong` gets the first problem.
inline RecordSink checking_sink(std::string& wrong) {
  return {.record =
              [&wrong](RawRecord&& record) {
                const auto article = record.format->parse(record);
                std::string problem = article ? check_article(*article) : check_error(article.error());
                if (wrong.empty()) wrong = std::move(problem);
                return true;
              },
          .rejection =
              [&wrong](Rejection&& rejection) {
                if (wrong.empty()) wrong = check_error(rejection.error);
                return true;
              }};
}

// Reads the bytes as `format` does, with a small limit, and checks all that comes out.
inline std::string check_reading(const ArticleFormat& format, std::string_view bytes) {
  std::string wrong;
  const RecordSink sink = checking_sink(wrong);
  BytesInMemory source(bytes);
  const auto done = format.split(source, "/news/input", {.record_bytes = 5000}, sink);
  if (!done && wrong.empty()) wrong = check_error(done.error());
  return wrong;
}

// Reads a file as `add` does, with compression undone and archives walked.
inline std::string check_file(const std::string& path) {
  std::string wrong;
  const RecordSink sink = checking_sink(wrong);
  const auto done = read_articles(path, {.record_bytes = 20'000}, nullptr, sink);
  if (!done && wrong.empty()) wrong = check_error(done.error());
  return wrong;
}

// A line that no rule may take for furniture, since it is longer than any; it stays whole.
inline std::string check_long_lines_stay(std::string_view bytes) {
  const auto text = decode_text(bytes);
  if (!text) return check_error(text.error());
  if (!is_clean_utf8(normalize_text(*text))) return "a text that is no clean UTF-8";
  std::string line = "The story goes on here, and";
  while (line.size() < 700) line += " it says, once more, that the harbour reopened on Friday,";
  line += " and so it ends.";
  const std::string page = concat({line, "\n\n", line, "\n\n", *text});
  return clean_page_text(page).text.starts_with(concat({line, "\n\n", line}))
             ? ""
             : "the story above is changed by what is below";
}

inline std::string check_formats(std::string_view bytes) {
  for (const ArticleFormat* format : article_formats()) {
    if (std::string wrong = check_reading(*format, bytes); !wrong.empty()) return concat({format->name(), ": ", wrong});
  }
  return check_long_lines_stay(bytes);
}

}  // namespace dateline
