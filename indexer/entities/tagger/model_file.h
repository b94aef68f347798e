// The model as a file: weights, transitions and lexicon, mapped and read in place. Knows no text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/entities/tagger/decoder.h"
#include "indexer/entities/tagger/lexicon.h"
#include "shared/base/files.h"
#include "shared/base/result.h"

namespace dateline::tagging {

// Which tokens, words and features the weights belong to. Raised with every change of those.
inline constexpr std::uint32_t kFeatureVersion = 2;

// A row of kTags signed bytes for each feature that matters: q stands for the weight q·|q|·scale (square-root
// companding: small weights are many and keep their precision). Which of the `table` rows are there is told by a bit
// for each; in front of every 64 bits stands how many rows are there before them.
class Weights {
 public:
  static constexpr std::size_t kBlockBytes = 12;  // u32 rows before, u64 bits
  Weights() = default;
  Weights(const char* bytes, std::uint32_t table, std::uint32_t kept, float scale)
      : blocks_(bytes), rows_(bytes + blocks(table) * kBlockBytes), table_(table), kept_(kept), scale_(scale) {}
  // Sum of the rows of `features`, times the scale, added to `scores`.
  void add(const std::uint32_t* features, std::size_t count, Scores& scores) const;
  // Whether the bits and counts agree, so that no row lies beyond the end.
  [[nodiscard]] bool consistent() const;
  static constexpr std::size_t blocks(std::uint32_t table) { return (std::size_t{table} + 63) / 64; }
  [[nodiscard]] static constexpr std::uint64_t bytes(std::uint32_t table, std::uint32_t kept) {
    return blocks(table) * kBlockBytes + std::uint64_t{kept} * kTags + kRow;
  }
  static constexpr std::uint32_t row_of(std::uint32_t feature, std::uint32_t rows) {
    return static_cast<std::uint32_t>((std::uint64_t{feature} * rows) >> 32);
  }

 private:
  [[nodiscard]] const char* row(std::uint32_t feature) const;  // nullptr: not there

  const char* blocks_ = nullptr;
  const char* rows_ = nullptr;
  std::uint32_t table_ = 0, kept_ = 0;
  float scale_ = 0;
};

// What a trainer hands over to be written.
struct ModelParts {
  std::string name;     // tells models apart for people: "2026-11 gold+silver"
  std::string lexicon;  // as pack_lexicon() makes it
  std::string
      weights;  // blocks, kept × kTags bytes, and kRow zero bytes: vector registers may read beyond the last row
  std::uint32_t table = 0, kept = 0;
  float scale = 0;
  float preference = 0;  // points for a kind that a word always got elsewhere in the article
  Transitions transitions{};
};
std::string pack_model(const ModelParts& parts);

// Read-only and shared by all threads.
class Model {
 public:
  // kNotFound, or kUnreadable for a file that is no model, damaged, cut off, or made for other features.
  static Result<std::shared_ptr<const Model>> open(const std::string& path);
  static Result<std::shared_ptr<const Model>> from_bytes(std::string bytes, const std::string& what);

  [[nodiscard]] const Weights& weights() const { return weights_; }
  [[nodiscard]] const Transitions& transitions() const { return transitions_; }
  [[nodiscard]] float preference() const { return preference_; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  Result<void> read(std::string_view bytes, const std::string& what);
  MappedFile file_;
  std::string bytes_;  // where there is no file
  Weights weights_;
  Transitions transitions_{};
  float preference_ = 0;
  Lexicon lexicon_;
  std::string fingerprint_;
};

}  // namespace dateline::tagging
