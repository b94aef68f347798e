// The model as a file: weights, transitions and lexicon, mapped and read in place. Knows no text.
#pragma once

#include <array>
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
inline constexpr std::uint32_t kFeatureVersion = 1;

// A row of kTags signed bytes for each feature: q stands for the weight q·|q|·scale (square-root companding: small
// weights are many and keep their precision).
class Weights {
 public:
  Weights() = default;
  Weights(const char* rows, std::uint32_t count, float scale) : rows_(rows), count_(count), scale_(scale) {}
  [[nodiscard]] static std::size_t bytes(std::uint32_t rows) { return std::size_t{rows} * kTags + kRow; }
  // Sum of the rows of `features`, times the scale, added to `scores`.
  void add(const std::uint32_t* features, std::size_t count, Scores& scores) const;
  [[nodiscard]] std::uint32_t rows() const { return count_; }
  static constexpr std::uint32_t row_of(std::uint32_t feature, std::uint32_t rows) {
    return static_cast<std::uint32_t>((std::uint64_t{feature} * rows) >> 32);
  }

 private:
  const char* rows_ = nullptr;
  std::uint32_t count_ = 0;
  float scale_ = 0;
};

// One pass: points of features and points of tags behind tags.
struct PassParts {
  std::string weights;  // rows × kTags bytes, and kRow zero bytes: a vector register may read beyond the last row
  std::uint32_t rows = 0;
  float scale = 0;
  Transitions transitions{};
};

// What a trainer hands over to be written.
struct ModelParts {
  std::string name;     // tells models apart for people: "2026-11 gold+silver"
  std::string lexicon;  // as pack_lexicon() makes it
  std::array<PassParts, 2> passes;
};
std::string pack_model(const ModelParts& parts);

struct Pass {
  Weights weights;
  Transitions transitions{};
};

// Read-only and shared by all threads.
class Model {
 public:
  // kNotFound, or kUnreadable for a file that is no model, damaged, cut off, or made for other features.
  static Result<std::shared_ptr<const Model>> open(const std::string& path);
  static Result<std::shared_ptr<const Model>> from_bytes(std::string bytes, const std::string& what);

  [[nodiscard]] const Pass& first() const { return passes_[0]; }
  [[nodiscard]] const Pass& second() const { return passes_[1]; }
  [[nodiscard]] const Lexicon& lexicon() const { return lexicon_; }
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  Result<void> read(std::string_view bytes, const std::string& what);
  MappedFile file_;
  std::string bytes_;  // where there is no file
  std::array<Pass, 2> passes_;
  Lexicon lexicon_;
  std::string fingerprint_;
};

}  // namespace dateline::tagging
