// Layout, little-endian:
//   8 bytes "DLNTAGGR" | u32 layout version | u32 kFeatureVersion | u64 hash64 of all that follows this field
//   u64 bytes of the file | u32 lexicon slots | u32 bytes of the name
//   u32 rows of the table | u32 rows kept | f32 scale | f32 preference | f32 transitions, (kTags + 1) × kTags
//   name, padded to 8 bytes | lexicon slots, 8 bytes each | weights
#include "indexer/entities/tagger/model_file.h"

#include <algorithm>
#include <bit>

#include "shared/base/bytes.h"
#include "shared/base/strings.h"

namespace dateline::tagging {
namespace {

constexpr std::string_view kMagic = "DLNTAGGR";
constexpr std::uint32_t kLayoutVersion = 1;
constexpr std::size_t kHashAt = 16;
constexpr std::size_t kHashedFrom = 24;
constexpr std::size_t kTransitionsAt = 56;
constexpr std::size_t kNameAt = kTransitionsAt + sizeof(Transitions);

constexpr std::size_t padded(std::size_t bytes) {
  return (bytes + 7) / 8 * 8;
}

Error damaged(const std::string& what, std::string_view why) {
  return Error{ErrorCode::kUnreadable, concat({"the entity model ", what, " ", why}),
               "install it again, or make it anew with dateline-train-entities"};
}

}  // namespace

const char* Weights::row(std::uint32_t feature) const {
  const std::uint32_t number = row_of(feature, table_);
  const char* const block = blocks_ + std::size_t{number / 64} * kBlockBytes;
  const auto bits = load_le<std::uint64_t>(block + 4);
  const std::uint64_t bit = std::uint64_t{1} << (number % 64);
  if ((bits & bit) == 0) return nullptr;
  const auto before = load_le<std::uint32_t>(block) + static_cast<std::uint32_t>(std::popcount(bits & (bit - 1)));
  return rows_ + std::size_t{before} * kTags;
}

bool Weights::consistent() const {
  std::uint64_t rows = 0;
  for (std::size_t b = 0; b < blocks(table_); ++b) {
    if (load_le<std::uint32_t>(blocks_ + b * kBlockBytes) != rows) return false;
    rows += static_cast<std::uint64_t>(std::popcount(load_le<std::uint64_t>(blocks_ + b * kBlockBytes + 4)));
  }
  return rows == kept_;
}

void Weights::add(const std::uint32_t* features, std::size_t count, Scores& scores) const {
  constexpr std::size_t kAtOnce = 64;  // rows that are fetched while the ones before them are looked up
  alignas(64) std::array<std::int32_t, kRow> sums{};
  std::array<const char*, kAtOnce> found;
  for (std::size_t from = 0; from < count; from += kAtOnce) {
    std::size_t size = 0;
    for (std::size_t i = from; i < std::min(count, from + kAtOnce); ++i)
      if (const char* const at = row(features[i]); at != nullptr) {
        __builtin_prefetch(at);
        found[size++] = at;
      }
    for (std::size_t i = 0; i < size; ++i) {
      std::array<signed char, kRow> q;
      std::memcpy(q.data(), found[i], kRow);
      for (std::size_t t = 0; t < kRow; ++t) {
        const auto wide = static_cast<std::int16_t>(q[t]);
        const auto magnitude = static_cast<std::int16_t>(wide < 0 ? -wide : wide);
        sums[t] += static_cast<std::int16_t>(wide * magnitude);
      }
    }
  }
  for (std::size_t t = 0; t < kTags; ++t) scores[t] += static_cast<float>(sums[t]) * scale_;
}

std::string pack_model(const ModelParts& parts) {
  std::string body;
  append_le(body, std::uint64_t{0});  // bytes of the file, below
  append_le(body, static_cast<std::uint32_t>(parts.lexicon.size() / 8));
  append_le(body, static_cast<std::uint32_t>(parts.name.size()));
  append_le(body, parts.table);
  append_le(body, parts.kept);
  append_le(body, parts.scale);
  append_le(body, parts.preference);
  for (const auto& row : parts.transitions)
    for (const float points : row) append_le(body, points);
  body.append(parts.name);
  body.resize(body.size() + padded(parts.name.size()) - parts.name.size());
  body.append(parts.lexicon);
  body.append(parts.weights);
  const std::uint64_t size = body.size() + kHashedFrom;
  std::memcpy(body.data(), &size, sizeof size);
  std::string out(kMagic);
  append_le(out, kLayoutVersion);
  append_le(out, kFeatureVersion);
  append_le(out, hash64(body));
  return out + body;
}

Result<std::shared_ptr<const Model>> Model::open(const std::string& path) {
  auto file = MappedFile::open(path);
  if (!file) return std::move(file).error();
  auto model = std::make_shared<Model>();
  model->file_ = std::move(*file);
  if (auto read = model->read(model->file_.bytes(), path); !read) return std::move(read).error();
  return std::shared_ptr<const Model>(std::move(model));
}

Result<std::shared_ptr<const Model>> Model::from_bytes(std::string bytes, const std::string& what) {
  auto model = std::make_shared<Model>();
  model->bytes_ = std::move(bytes);
  if (auto read = model->read(model->bytes_, what); !read) return std::move(read).error();
  return std::shared_ptr<const Model>(std::move(model));
}

Result<void> Model::read(std::string_view bytes, const std::string& what) {
  if (bytes.size() < kNameAt || !bytes.starts_with(kMagic)) return damaged(what, "is no model file");
  const char* const at = bytes.data();
  if (load_le<std::uint32_t>(at + 8) != kLayoutVersion || load_le<std::uint32_t>(at + 12) != kFeatureVersion)
    return damaged(what, "was made for another version of the program");
  if (load_le<std::uint64_t>(at + kHashedFrom) != bytes.size()) return damaged(what, "is cut off");
  const auto hash = load_le<std::uint64_t>(at + kHashAt);
  if (hash != hash64(bytes.substr(kHashedFrom))) return damaged(what, "is damaged: its checksum is wrong");
  const std::uint64_t slots = load_le<std::uint32_t>(at + 32);
  const std::uint64_t name_bytes = load_le<std::uint32_t>(at + 36);
  const std::uint64_t lexicon_at = kNameAt + padded(name_bytes);
  const std::uint64_t weights_at = lexicon_at + slots * 8;
  const auto table = load_le<std::uint32_t>(at + 40);
  const auto kept = load_le<std::uint32_t>(at + 44);
  if (weights_at + Weights::bytes(table, kept) != bytes.size())
    return damaged(what, "is damaged: its parts do not fit");
  weights_ = Weights(at + weights_at, table, kept, load_le<float>(at + 48));
  if (!weights_.consistent()) return damaged(what, "is damaged: its rows are not where it says");
  preference_ = load_le<float>(at + 52);
  std::memcpy(&transitions_, at + kTransitionsAt, sizeof transitions_);
  lexicon_ = Lexicon(at + lexicon_at, slots);
  fingerprint_ = concat(
      {"tagger ", std::to_string(kFeatureVersion), ".", std::to_string(hash), " ", bytes.substr(kNameAt, name_bytes)});
  return {};
}

}  // namespace dateline::tagging
