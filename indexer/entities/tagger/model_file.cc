// Layout, little-endian:
//   8 bytes "DLNTAGGR" | u32 layout version | u32 kFeatureVersion | u64 hash64 of all that follows this field
//   u64 bytes of the file | u32 lexicon slots | u32 bytes of the name
//   for each pass: u32 rows | f32 scale | f32 transitions, (kTags + 1) × kTags
//   name, padded to 8 bytes | lexicon slots, 8 bytes each | for each pass: its weights
#include "indexer/entities/tagger/model_file.h"

#include "shared/base/bytes.h"
#include "shared/base/strings.h"

namespace dateline::tagging {
namespace {

constexpr std::string_view kMagic = "DLNTAGGR";
constexpr std::uint32_t kLayoutVersion = 1;
constexpr std::size_t kHashAt = 16;
constexpr std::size_t kHashedFrom = 24;
constexpr std::size_t kPassesAt = 40;
constexpr std::size_t kPassBytes = 8 + sizeof(Transitions);
constexpr std::size_t kNameAt = kPassesAt + 2 * kPassBytes;

constexpr std::size_t padded(std::size_t bytes) {
  return (bytes + 7) / 8 * 8;
}

Error damaged(const std::string& what, std::string_view why) {
  return Error{ErrorCode::kUnreadable, concat({"the entity model ", what, " ", why}),
               "install it again, or make it anew with dateline-train-entities"};
}

}  // namespace

void Weights::add(const std::uint32_t* features, std::size_t count, Scores& scores) const {
  constexpr std::size_t kAhead = 12;
  alignas(64) std::array<std::int32_t, kRow> sums{};
  const auto row = [&](std::size_t i) { return rows_ + std::size_t{row_of(features[i], count_)} * kTags; };
  for (std::size_t i = 0; i < count && i < kAhead; ++i) __builtin_prefetch(row(i));
  for (std::size_t i = 0; i < count; ++i) {
    if (i + kAhead < count) __builtin_prefetch(row(i + kAhead));
    std::array<signed char, kRow> q;
    std::memcpy(q.data(), row(i), kRow);
    for (std::size_t t = 0; t < kRow; ++t) {
      const auto wide = static_cast<std::int16_t>(q[t]);
      const auto size = static_cast<std::int16_t>(wide < 0 ? -wide : wide);
      sums[t] += static_cast<std::int16_t>(wide * size);
    }
  }
  for (std::size_t t = 0; t < kTags; ++t) scores[t] += static_cast<float>(sums[t]) * scale_;
}

std::string pack_model(const ModelParts& parts) {
  std::string body;
  append_le(body, std::uint64_t{0});  // bytes of the file, below
  append_le(body, static_cast<std::uint32_t>(parts.lexicon.size() / 8));
  append_le(body, static_cast<std::uint32_t>(parts.name.size()));
  for (const PassParts& pass : parts.passes) {
    append_le(body, pass.rows);
    append_le(body, pass.scale);
    for (const auto& row : pass.transitions)
      for (const float points : row) append_le(body, points);
  }
  body.append(parts.name);
  body.resize(body.size() + padded(parts.name.size()) - parts.name.size());
  body.append(parts.lexicon);
  for (const PassParts& pass : parts.passes) body.append(pass.weights);
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
  std::uint64_t weights_at = lexicon_at + slots * 8;
  std::uint64_t next_at = weights_at;
  for (std::size_t p = 0; p < passes_.size(); ++p)
    next_at += Weights::bytes(load_le<std::uint32_t>(at + kPassesAt + p * kPassBytes));
  if (next_at != bytes.size()) return damaged(what, "is damaged: its parts do not fit");
  for (std::size_t p = 0; p < passes_.size(); ++p) {
    const char* const pass_at = at + kPassesAt + p * kPassBytes;
    const auto rows = load_le<std::uint32_t>(pass_at);
    passes_[p].weights = Weights(at + weights_at, rows, load_le<float>(pass_at + 4));
    std::memcpy(&passes_[p].transitions, pass_at + 8, sizeof(Transitions));
    weights_at += Weights::bytes(rows);
  }
  lexicon_ = Lexicon(at + lexicon_at, slots);
  fingerprint_ = concat(
      {"tagger ", std::to_string(kFeatureVersion), ".", std::to_string(hash), " ", bytes.substr(kNameAt, name_bytes)});
  return {};
}

}  // namespace dateline::tagging
