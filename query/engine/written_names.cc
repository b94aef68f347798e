// Counts spans of text.
#include "query/engine/written_names.h"

#include <algorithm>

namespace dateline {
namespace {

// "Joe\nBiden" → "Joe Biden"
void append_in_one_line(std::string_view text, std::string& out) {
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!space)
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
}

}  // namespace

void WrittenNames::add(const Article& article, const std::vector<Mention>& mentions) {
  ++article_;
  std::string name;
  for (const Mention& mention : mentions) {
    const std::string_view text = mention.in_title ? article.title : article.text;
    if (mention.begin >= mention.end || mention.end > text.size()) continue;
    name.clear();
    append_in_one_line(text.substr(mention.begin, mention.end - mention.begin), name);
    Count& count = counts_[name];
    ++count.mentions;
    if (count.last_article != article_) ++count.articles;
    count.last_article = article_;
  }
}

std::vector<WrittenName> WrittenNames::sorted() const {
  std::vector<WrittenName> out;
  out.reserve(counts_.size());
  for (const auto& [text, count] : counts_) out.push_back({text, count.articles, count.mentions});
  std::sort(out.begin(), out.end(), [](const WrittenName& a, const WrittenName& b) {
    return a.mentions != b.mentions ? a.mentions > b.mentions : a.text < b.text;
  });
  return out;
}

}  // namespace dateline
