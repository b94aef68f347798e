// dateline-index extract: what would be indexed, as text for people or as JSON, one object a line. Touches no archive.
#include <iostream>
#include <string>
#include <utility>

#include "indexer/cleaning/text_language.h"
#include "indexer/commands/commands.h"
#include "indexer/formats/byte_source.h"
#include "indexer/formats/input_walk.h"
#include "indexer/formats/read_articles.h"
#include "indexer/ingest/prepare.h"
#include "indexer/ingest/record_reader.h"
#include "indexer/places/article_places.h"
#include "shared/base/json_writer.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

std::string to_json(const Article& article, const std::vector<ArticleEntity>& entities,
                    const std::vector<std::string>& countries, bool provenance) {
  JsonWriter json;
  json.begin_object().field("id", article.key).field("title", article.title).field("title_made", article.title_made);
  json.field("published", to_iso(article.published)).field("source", article.source).field("url", article.url);
  json.field("authors", article.authors).field("contributors", article.contributors);
  json.field("language", article.language).field("dateline", article.dateline);
  json.field("section", article.section).field("caption", article.caption).field("text", article.text);
  json.field("countries", countries);
  if (provenance) {
    json.key("provenance").begin_object();
    for (const FieldOrigin& origin : article.origins) json.field(origin.field, origin.from);
    json.end_object();
  }
  json.key("entities").begin_array();
  for (const ArticleEntity& entity : entities) {
    json.begin_object().field("kind", name_of(entity.kind)).field("name", entity.name);
    json.field("aliases", entity.aliases).field("titles", entity.titles).key("mentions").begin_array();
    for (const Mention& mention : entity.mentions) {
      if (mention.in_title) continue;
      json.begin_object().field("begin", mention.begin).field("end", mention.end);
      json.field("text", std::string_view(article.text).substr(mention.begin, mention.end - mention.begin))
          .end_object();
    }
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return std::move(json).text();
}

std::string for_people(const Article& article, const std::vector<ArticleEntity>& entities,
                       const std::vector<std::string>& countries) {
  std::string out;
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) out += concat({name, value, "\n"});
  };
  line("Title:       ",
       article.title_made ? concat({article.title, " (made from the first sentence)"}) : article.title);
  line("Published:   ", to_iso(article.published));
  line("Source:      ", article.source);
  line("Authors:     ", join(article.authors, ", "));
  line("Contributors: ", join(article.contributors, ", "));
  line("Dateline:    ", article.dateline);
  line("Section:     ", article.section);
  line("Caption:     ", article.caption);
  for (std::size_t kind = 0; kind < kEntityKinds; ++kind) {
    std::string names;
    for (const ArticleEntity& entity : entities) {
      if (static_cast<std::size_t>(entity.kind) != kind) continue;
      names += concat({names.empty() ? "" : ", ", entity.name, " (", std::to_string(entity.mentions.size()), ")"});
    }
    if (!names.empty()) out += concat({kFacetKindNames[kind], ": ", names, "\n"});
  }
  line("country: ", join(countries, ", "));
  return out + "\n" + article.text + "\n";
}

class Extraction {
 public:
  Extraction(const IndexArguments& arguments, std::unique_ptr<EntityExtractor> extractor)
      : arguments_(arguments), extractor_(std::move(extractor)) {}

  void take(RawRecord&& record) {
    auto article = record.format->parse(record);
    if (!article) return reject({record.path, record.record, std::move(article).error()});
    settle_language(*article);
    print(*article);
  }

  void take_raw(const std::string& path) {
    auto opened = open_source(path);
    if (!opened) return reject({path, 0, std::move(opened).error()});
    Article article;
    article.path = article.key = path;
    std::string buffer(1 << 16, '\0');
    while (true) {
      const auto count = opened->source->read(buffer);
      if (!count) return reject({path, 0, count.error()});
      if (*count == 0) break;
      article.text.append(buffer, 0, *count);
    }
    if (const std::size_t bad = find_invalid_utf8(article.text); bad != std::string::npos) {
      return reject(
          {path, 0, {.code = ErrorCode::kUnreadable, .message = concat({"not UTF-8 at byte ", std::to_string(bad)})}});
    }
    print(article);
  }

  void reject(const Rejection& rejection) {
    rejected_ = true;
    std::cerr << "rejected " << rejection.path << (rejection.record ? ":" + std::to_string(rejection.record) : "")
              << ": " << rejection.error.message << "\n";
  }

  [[nodiscard]] bool rejected() const { return rejected_; }

 private:
  void print(const Article& article) {
    auto entities = entities_of(article, arguments_.entities.value_or(EntityMode::kBoth), extractor_.get());
    const auto countries = settle_places(article, entities);
    std::cout << (arguments_.json ? to_json(article, entities, countries, arguments_.provenance)
                                  : for_people(article, entities, countries))
              << "\n";
  }

  const IndexArguments& arguments_;
  std::unique_ptr<EntityExtractor> extractor_;
  bool rejected_ = false;
};

void extract_file(const std::string& path, const FieldMap& fields, Extraction& extraction) {
  const RecordSink sink{.record = [&](RawRecord&& record) { return extraction.take(std::move(record)), true; },
                        .rejection = [&](Rejection&& rejection) { return extraction.reject(rejection), true; }};
  if (auto read = read_articles(path, ReadLimits{.fields = &fields}, nullptr, sink); !read) {
    extraction.reject({path, 0, std::move(read).error()});
  }
}

}  // namespace

ExitCode run_extract(const IndexArguments& arguments) {
  std::unique_ptr<EntityExtractor> extractor;
  if (arguments.entities != EntityMode::kGiven) {
    auto made = make_extractor();
    if (!made) return report(made.error());
    extractor = std::move(*made);
  }
  Extraction extraction(arguments, std::move(extractor));
  const InputSink sink{.file =
                           [&](const InputFile& file) {
                             arguments.raw ? extraction.take_raw(file.path)
                                           : extract_file(file.path, arguments.fields, extraction);
                             return true;
                           },
                       .rejection = [&](Rejection&& rejection) { return extraction.reject(rejection), true; }};
  if (auto walked = walk_inputs(arguments.operands, sink); !walked) return report(walked.error());
  std::cout.flush();
  return extraction.rejected() ? ExitCode::kRejected : ExitCode::kDone;
}

}  // namespace dateline
