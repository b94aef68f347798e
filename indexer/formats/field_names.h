// Which names of a file's fields mean which field of an article: the names that feeds, databases and agencies use, and
// before them those that the user maps (--map title=headline). Knows no file format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/result.h"

namespace dateline {

// Where a value goes that has one of our names.
enum class RecordField : std::uint8_t {
  kId,
  kUrl,
  kTitle,
  kDate,
  kAuthor,
  kContributor,
  kSource,
  kText,
  kLanguage,
  kDateline,
  kSection,
  kCaption,
  kPeople,
  kPlaces,
  kOrganizations,
  kTextFormat,  // "plain", as `export` writes it: title, text and caption are what they are, and nothing is cleaned
  kAddressId,   // of a list of addresses, as `export` writes it; all four have as many values, or none
  kAddressUrl,
  kAddressPath,
  kAddressRecord,
  kCount
};

// The user's names: "title=headline", "text=body.content". They come before the usual ones, in their order.
class FieldMap {
 public:
  struct Entry {
    RecordField field;
    std::string name;  // as in the file; objects within objects joined by dots
  };
  // kUsage where it is no FIELD=NAME, or FIELD is none of ours.
  Result<void> add(std::string_view written);
  [[nodiscard]] const std::vector<Entry>& entries() const { return entries_; }
  // Differs where files are read differently; "" where nothing is mapped.
  [[nodiscard]] std::string fingerprint() const;

 private:
  std::vector<Entry> entries_;
};

// The values of each field: none, one, or several where a list was written.
struct RecordFields {
  std::vector<std::string> values[static_cast<std::size_t>(RecordField::kCount)];
  [[nodiscard]] const std::vector<std::string>& all(RecordField field) const {
    return values[static_cast<std::size_t>(field)];
  }
  [[nodiscard]] std::string_view one(RecordField field) const {
    return all(field).empty() ? std::string_view() : std::string_view(all(field).front());
  }
};

// Gathers the values of one record by the names they have there; where several names mean one field, the first of the
// user's names or of ours that has a value is taken. Case, blanks, "_" and "-" make no difference in our names.
class FieldCollector {
 public:
  explicit FieldCollector(const FieldMap* map);  // may be null; else it lives longer
  // Where values of this name go; nullopt where nobody wants them.
  [[nodiscard]] std::optional<std::size_t> slot_of(std::string_view name) const;
  [[nodiscard]] RecordField field_of(std::size_t slot) const;
  void add(std::size_t slot, std::string value) { values_[slot].push_back(std::move(value)); }
  void clear(std::size_t slot) { values_[slot].clear(); }
  RecordFields take();

 private:
  const FieldMap* map_;
  std::vector<std::vector<std::string>> values_;
};

}  // namespace dateline
