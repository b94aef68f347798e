// Sixteen pairs of sentences of a few patterns are enough for weights that generalise to other names.
#include "tests/tagger/small_model.h"

#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/model_file.h"
#include "indexer/training/dataset.h"
#include "indexer/training/lexicon_builder.h"
#include "indexer/training/perceptron.h"
#include "indexer/training/quantise.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

using training::GoldArticle;

// "[Ann Lee/p] left [Oslo/l] ." → text and spans.
GoldArticle parse(std::string_view marked) {
  GoldArticle article;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '[') {
      begin = static_cast<std::uint32_t>(article.text.size());
    } else if (marked[i] == '/' && i + 2 < marked.size() && marked[i + 2] == ']') {
      const EntityKind kind = marked[i + 1] == 'p'   ? EntityKind::kPerson
                              : marked[i + 1] == 'l' ? EntityKind::kPlace
                                                     : EntityKind::kOrganization;
      article.spans.push_back({begin, static_cast<std::uint32_t>(article.text.size()), kind, false});
      i += 2;
    } else {
      article.text.push_back(marked[i]);
    }
  }
  article.text.push_back('\n');
  return article;
}

std::vector<GoldArticle> sentences() {
  std::vector<GoldArticle> out;
  for (const char* person : {"Ann Lee", "John Smith", "Maria Gomez", "Omar Khan"})
    for (const char* place : {"Oslo", "Gaza", "New York", "Cairo"}) {
      out.push_back(parse(concat({"Mr. [", person, "/p] said on Monday that he had left [", place, "/l] ."})));
      out.push_back(
          parse(concat({"The [Bank of ", place, "/o] met officials in [", place, "/l] , said [", person, "/p] ."})));
    }
  return out;
}

}  // namespace

std::string small_model(unsigned long seed) {
  constexpr std::uint32_t kRows = 1U << 12;
  training::LexiconBuilder lexicon;
  const auto articles = sentences();
  for (const GoldArticle& article : articles) lexicon.count_casing(article.text);
  tagging::ModelParts parts;
  parts.name = "small";
  parts.lexicon = lexicon.pack();
  tagging::WordCache cache(tagging::Lexicon(parts.lexicon.data(), parts.lexicon.size() / 8));
  tagging::ArticleView view(cache);
  training::Dataset data;
  for (const GoldArticle& article : articles) training::add_article(article, 1, kRows, view, data);
  training::TrainingRecipe recipe;
  recipe.seed = seed;
  recipe.runs = 1;
  const auto trained = training::train_perceptron(data, kRows, recipe, [](const std::string&) {});
  training::quantise(trained, kRows, kRows, parts);
  parts.preference = 1;
  return tagging::pack_model(parts);
}

}  // namespace dateline
