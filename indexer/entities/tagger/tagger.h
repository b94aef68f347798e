// The recogniser as its users see it: text → spans that name a person, a place or an organization.
// Knows nothing of articles, entities and stores.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "schema/facet_id.h"
#include "shared/base/result.h"

namespace dateline {

struct TaggedSpan {
  std::uint32_t begin = 0, end = 0;  // bytes, on character boundaries
  EntityKind kind = EntityKind::kPerson;
  bool in_title = false;
  friend bool operator==(const TaggedSpan&, const TaggedSpan&) = default;
};

// Deterministic, linear time, any bytes. One thread an object; copies for other threads share the mapped model.
class Tagger {
 public:
  static Result<Tagger> open(const std::string& model_path);
  static Result<Tagger> from_bytes(std::string model, const std::string& what);
  Tagger(const Tagger& other);
  Tagger& operator=(const Tagger& other);
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(Tagger&&) noexcept;
  ~Tagger();

  // Replaces `out` by the spans of one article: title first, each in the order of the text, without overlap. What the
  // title says helps with the text and the other way round. Titles ("Mr.") and possessives ('s) are outside.
  void tag(std::string_view title, std::string_view text, std::vector<TaggedSpan>& out);
  void tag(std::string_view text, std::vector<TaggedSpan>& out) { tag({}, text, out); }

  // Tokens that were tagged since the object was made: for throughput.
  [[nodiscard]] std::uint64_t tokens() const;
  // Changes when the same text may give other spans.
  [[nodiscard]] std::string fingerprint() const;

 private:
  struct Impl;
  explicit Tagger(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
