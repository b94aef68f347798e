// JSON-LD as news pages have it: an article, alone or in a @graph, its people by value or by @id. Only the properties
// of schema.org that name facts of an article; the rest of the vocabulary is not interpreted.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/pages/html_entities.h"
#include "indexer/pages/page_facts.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostScripts = 50;
constexpr std::size_t kLongestScript = 4U << 20U;  // bytes; a longer one is data of a program, and costs ten times that
constexpr std::size_t kMostValues = 20'000;        // of one script

std::string plain(std::string_view value) {
  return normalize_line(without_entities(value));
}

bool has_type(const Json& object, std::string_view part) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const auto matches = [&](const Json& each) {
    return each.is_string() && each.get_ref<const std::string&>().find(part) != std::string::npos;
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), matches) : matches(*type);
}

bool is_article(const Json& object) {
  return has_type(object, "Article") || has_type(object, "BlogPosting") || has_type(object, "Report") ||
         has_type(object, "Review");
}

// Sites leave comments, line ends inside of strings and a semicolon behind.
std::string repaired(std::string_view script) {
  const std::size_t begin = script.find_first_of("{[");
  const std::size_t end = script.find_last_of("}]");
  if (begin == std::string_view::npos || end == std::string_view::npos || end < begin) return {};
  std::string text(script.substr(begin, end - begin + 1));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return text;
}

class Reader {
 public:
  explicit Reader(PageFacts& facts) : facts_(facts) {}

  void read(const Json& document) {
    std::vector<const Json*> open{&document};
    std::vector<const Json*> articles;
    std::vector<const Json*> pages;
    for (std::size_t seen = 0; !open.empty() && seen < kMostValues; ++seen) {
      const Json& value = *open.back();
      open.pop_back();
      if (value.is_object()) note(value, articles, pages);
      if (value.is_structured()) {
        for (auto each = value.rbegin(); each != value.rend(); ++each) open.push_back(&*each);
      }
    }
    for (const Json* article : articles) take(*article);
    for (const Json* page : pages) take_page(*page);
  }

 private:
  void note(const Json& object, std::vector<const Json*>& articles, std::vector<const Json*>& pages) {
    if (is_article(object)) articles.push_back(&object);
    if (has_type(object, "WebPage")) pages.push_back(&object);
    const auto id = object.find("@id");
    const auto name = object.find("name");
    if (id != object.end() && id->is_string() && name != object.end() && name->is_string())
      names_.emplace(id->get<std::string>(), name->get<std::string>());
  }

  static void add(const Json& object, const char* property, std::vector<PageFact>& list, std::string_view from) {
    const auto found = object.find(property);
    if (found == object.end()) return;
    const Json& value = found->is_array() && !found->empty() ? found->front() : *found;
    if (!value.is_string()) return;
    std::string text = plain(value.get_ref<const std::string&>());
    if (!text.empty()) list.push_back({std::move(text), from});
  }

  // The name of a person or an organization, however it is given; "" where it is not.
  std::string name_of(const Json& value) const {
    if (value.is_string()) {
      const auto known = names_.find(value.get_ref<const std::string&>());
      return plain(known == names_.end() ? value.get_ref<const std::string&>() : known->second);
    }
    if (!value.is_object()) return {};
    if (const auto name = value.find("name"); name != value.end()) {
      if (name->is_string()) return plain(name->get_ref<const std::string&>());
      if (name->is_array() && !name->empty() && name->front().is_string())
        return plain(name->front().get_ref<const std::string&>());
    }
    const auto id = value.find("@id");
    return id != value.end() && id->is_string() ? name_of(*id) : std::string();
  }

  void add_names(const Json& object, const char* property, std::vector<PageFact>& list, std::string_view from) const {
    const auto found = object.find(property);
    if (found == object.end()) return;
    const auto add_one = [&](const Json& value) {
      std::string name = name_of(value);
      if (!name.empty() && name.find("://") == std::string::npos) list.push_back({std::move(name), from});
    };
    if (found->is_array()) {
      for (const Json& value : *found) add_one(value);
    } else {
      add_one(*found);
    }
  }

  void take(const Json& article) {
    add(article, "headline", facts_.titles, "json-ld headline");
    add(article, "datePublished", facts_.published, "json-ld datePublished");
    add(article, "dateCreated", facts_.published, "json-ld dateCreated");
    if (facts_.authors.empty()) add_names(article, "author", facts_.authors, "json-ld author");
    if (facts_.authors.empty()) add_names(article, "creator", facts_.authors, "json-ld creator");
    add_names(article, "publisher", facts_.sources, "json-ld publisher");
    add(article, "inLanguage", facts_.languages, "json-ld inLanguage");
    add(article, "articleSection", facts_.sections, "json-ld articleSection");
    const auto body = article.find("articleBody");
    if (body != article.end() && body->is_string())
      facts_.bodies.push_back({without_entities(body->get_ref<const std::string&>()), "json-ld articleBody"});
  }

  void take_page(const Json& page) {
    add(page, "datePublished", facts_.published, "json-ld page datePublished");
    add(page, "inLanguage", facts_.languages, "json-ld inLanguage");
  }

  PageFacts& facts_;
  std::map<std::string, std::string> names_;  // by @id
};

}  // namespace

void read_json_ld(const std::vector<std::string_view>& scripts, PageFacts& facts) {
  Reader reader(facts);
  for (std::size_t i = 0; i < std::min(scripts.size(), kMostScripts); ++i) {
    if (scripts[i].size() > kLongestScript) continue;
    const Json document = Json::parse(repaired(scripts[i]), nullptr, /*allow_exceptions=*/false);
    if (!document.is_discarded()) reader.read(document);
  }
}

}  // namespace dateline
