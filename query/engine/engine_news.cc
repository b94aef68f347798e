// What of the engine concerns new articles.
#include "query/engine/ask_newest.h"
#include "query/engine/engine.h"

namespace dateline {

Result<WatchAnswers> Engine::find_new(std::span<const Watch> watches) {
  return ask_newest<WatchAnswers>(reader_, [&](IndexSnapshot* snapshot) -> Result<WatchAnswers> {
    const CatalogRead read(reader_.catalog());
    if (!read.begun()) return read.begun().error();
    return dateline::find_new(watches, reader_.catalog(), reader_.stemmer(), snapshot);
  });
}

Result<ArchiveMark> Engine::mark() {
  const auto answers = find_new({});
  if (!answers) return answers.error();
  return answers->mark;
}

Result<ArchiveMark> Engine::end_mark() {
  const CatalogRead read(reader_.catalog());
  if (!read.begun()) return read.begun().error();
  return reader_.catalog().end_mark();
}

Result<Article> Engine::article(ArticleId id) {
  auto stored = reader_.catalog().load_article(id);
  if (!stored) return std::move(stored).error();
  if (!*stored) return Error{.code = ErrorCode::kNotFound, .message = "the article is gone"};
  return std::move((*stored)->article);
}

}  // namespace dateline
