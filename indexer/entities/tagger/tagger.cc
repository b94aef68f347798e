// Text → tokens → view → features → points → tags → spans, in pieces of bounded size.
#include "indexer/entities/tagger/tagger.h"

#include <algorithm>

#include "indexer/entities/tagger/features.h"
#include "indexer/entities/tagger/model_file.h"
#include "indexer/entities/tagger/second_pass.h"

namespace dateline {
namespace {

using namespace tagging;

// An article longer than this is read in pieces, each an article of its own: 30 MB of scratch memory.
constexpr std::size_t kPieceTokens = 200'000;

}  // namespace

struct Tagger::Impl {
  explicit Impl(std::shared_ptr<const Model> shared) : model(std::move(shared)), cache(model->lexicon()), view(cache) {}

  void tag_piece(std::string_view text, const std::vector<TaggerToken>& part);
  void decode();
  void add_plain_names();

  std::shared_ptr<const Model> model;
  WordCache cache;
  ArticleView view;
  SecondPass second;
  Decoder decoder;
  std::string joined;
  std::vector<TaggerToken> tokens, piece;
  std::vector<std::uint32_t> features;
  std::vector<Scores> scores;
  std::vector<Tag> tags;
  std::uint64_t token_count = 0;
};

void Tagger::Impl::tag_piece(std::string_view text, const std::vector<TaggerToken>& part) {
  view.read(text, part);
  scores.assign(view.size(), Scores{});
  tags.assign(view.size(), kOutsideTag);
  for (std::size_t i = 0; i < view.size(); ++i) {
    features.clear();
    add_features(view, i, features);
    add_article_features(view, i, features);
    model->weights().add(features.data(), features.size(), scores[i]);
  }
  decode();
  second.read(view, tags);
  for (std::size_t i = 0; i < view.size(); ++i) second.add_preferences(i, model->preference(), scores[i]);
  decode();
  add_plain_names();
}

// "Grace Hopper" at the start of a sentence, where the first is a name by the lexicon, the second may be one and
// nothing capitalised follows: the recogniser is shy of first names that are ordinary words there.
void Tagger::Impl::add_plain_names() {
  for (std::size_t i = 0; i + 2 < view.size(); ++i) {
    if (!view.token(i).sentence_start || view.token(i).mode != LineMode::kNormal) continue;
    if (tags[i] != kOutsideTag || tags[i + 1] != kOutsideTag || view.token(i + 1).sentence_start) continue;
    const WordInfo& first = view.word(i);
    const WordInfo& second_word = view.word(i + 1);
    if (first.form != Form::kCapital || second_word.form != Form::kCapital || is_capital(view.word(i + 2).form))
      continue;
    constexpr std::uint32_t kNotFirst = known_as::kFunction | known_as::kNoName | known_as::kDemonym | known_as::kTitle;
    constexpr std::uint32_t kNotSurname = known_as::kCommonWord | known_as::kFunction | known_as::kOrgWord |
                                          known_as::kGeoWord | known_as::kNoName | known_as::kTitle |
                                          known_as::kTitleWord | known_as::kDemonym | known_as::kNames;
    if ((first.known.classes & known_as::kFirstName) == 0 || (first.known.classes & kNotFirst) != 0) continue;
    const bool surname = (second_word.known.classes & known_as::kSurname) != 0;
    if (!surname && (second_word.known.classes & kNotSurname) != 0) continue;
    tags[i] = make_tag(EntityKind::kPerson, Place::kBegin);
    tags[i + 1] = make_tag(EntityKind::kPerson, Place::kLast);
  }
}

void Tagger::Impl::decode() {
  const auto& borders = view.borders();
  for (std::size_t s = 0; s + 1 < borders.size(); ++s) {
    const std::size_t begin = borders[s], size = borders[s + 1] - begin;
    decoder.decode({scores.data() + begin, size}, model->transitions(), {tags.data() + begin, size});
  }
}

namespace {

// The end of a piece: at the start of a sentence where one is near.
std::size_t end_of_piece(const std::vector<TaggerToken>& tokens, std::size_t begin) {
  if (tokens.size() - begin <= kPieceTokens) return tokens.size();
  const std::size_t most = begin + kPieceTokens;
  for (std::size_t end = most; end > most - kPieceTokens / 10; --end)
    if (tokens[end].sentence_start) return end;
  return most;
}

void append_spans(const std::vector<TaggerToken>& tokens, const std::vector<Tag>& tags, std::size_t title_bytes,
                  std::vector<TaggedSpan>& out) {
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    if (tags[i] == kOutsideTag) continue;
    const Place place = place_of(tags[i]);
    if (place == Place::kBegin || place == Place::kUnit) begin = tokens[i].begin;
    if (place != Place::kLast && place != Place::kUnit) continue;
    const bool in_title = begin < title_bytes;
    const auto offset = static_cast<std::uint32_t>(in_title || title_bytes == 0 ? 0 : title_bytes);
    out.push_back({begin - offset, tokens[i].end - offset, kind_of(tags[i]), in_title});
  }
}

}  // namespace

void Tagger::tag(std::string_view title, std::string_view text, std::vector<TaggedSpan>& out) {
  out.clear();
  Impl& impl = *impl_;
  impl.tokens.clear();
  std::size_t title_bytes = 0;
  if (!title.empty()) {  // title and text become one text, with a line end between them
    split_tagger_tokens(title, impl.tokens);
    const std::size_t title_tokens = impl.tokens.size();
    split_tagger_tokens(text, impl.tokens);
    title_bytes = title.size() + 1;
    for (std::size_t i = title_tokens; i < impl.tokens.size(); ++i) {
      impl.tokens[i].begin += static_cast<std::uint32_t>(title_bytes);
      impl.tokens[i].end += static_cast<std::uint32_t>(title_bytes);
    }
    impl.joined.assign(title).push_back('\n');
    impl.joined.append(text);
    text = impl.joined;
  } else {
    split_tagger_tokens(text, impl.tokens);
  }
  impl.token_count += impl.tokens.size();
  for (std::size_t begin = 0; begin < impl.tokens.size();) {
    const std::size_t end = end_of_piece(impl.tokens, begin);
    impl.piece.assign(impl.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                      impl.tokens.begin() + static_cast<std::ptrdiff_t>(end));
    impl.piece.front().sentence_start = true;
    impl.tag_piece(text, impl.piece);
    append_spans(impl.piece, impl.tags, title_bytes, out);
    begin = end;
  }
}

Tagger::Tagger(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Tagger::Tagger(const Tagger& other) : impl_(std::make_unique<Impl>(other.impl_->model)) {}
Tagger& Tagger::operator=(const Tagger& other) {
  if (this != &other) impl_ = std::make_unique<Impl>(other.impl_->model);
  return *this;
}
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;
Tagger::~Tagger() = default;

Result<Tagger> Tagger::open(const std::string& model_path) {
  auto model = Model::open(model_path);
  if (!model) return std::move(model).error();
  return Tagger(std::make_unique<Impl>(std::move(*model)));
}

Result<Tagger> Tagger::from_bytes(std::string bytes, const std::string& what) {
  auto model = Model::from_bytes(std::move(bytes), what);
  if (!model) return std::move(model).error();
  return Tagger(std::make_unique<Impl>(std::move(*model)));
}

std::uint64_t Tagger::tokens() const {
  return impl_->token_count;
}
std::string Tagger::fingerprint() const {
  return impl_->model->fingerprint();
}

}  // namespace dateline
