// A table of names made by the compiler and looked up by a hash: one comparison for most names that are in it, none for
// most that are not. Pages have tens of thousands of names; the tables have up to some hundreds.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace dateline {

// FNV-1a; of a name that goes on, given the hash of its beginning.
constexpr std::uint32_t hash_of_name(std::string_view name, std::uint32_t hash = 2166136261U) {
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

template <typename Value>
struct NamedValue {
  std::string_view name;
  Value value;
};

template <typename Value, std::size_t kMost>
class NameTable {
 public:
  // At most kMost rows, no name twice. They outlive the table.
  constexpr explicit NameTable(std::span<const NamedValue<Value>> rows) : rows_(rows) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      std::size_t slot = hash_of_name(rows[row].name) % kSlots;
      while (slots_[slot] != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint16_t>(row + 1);
    }
  }

  // nullptr where it has none.
  [[nodiscard]] constexpr const NamedValue<Value>* find_row(std::string_view name, std::uint32_t hash) const {
    for (std::size_t slot = hash % kSlots; slots_[slot] != 0; slot = (slot + 1) % kSlots) {
      const NamedValue<Value>& row = rows_[slots_[slot] - 1U];
      if (row.name == name) return &row;
    }
    return nullptr;
  }

  // The name's value; `otherwise` where it has none.
  [[nodiscard]] constexpr Value value_of(std::string_view name, Value otherwise) const {
    return value_of(name, hash_of_name(name), otherwise);
  }
  [[nodiscard]] constexpr Value value_of(std::string_view name, std::uint32_t hash, Value otherwise) const {
    const NamedValue<Value>* const row = find_row(name, hash);
    return row == nullptr ? otherwise : row->value;
  }

 private:
  static constexpr std::size_t kSlots = std::bit_ceil(kMost * 4);
  std::span<const NamedValue<Value>> rows_;
  std::array<std::uint16_t, kSlots> slots_{};
};

}  // namespace dateline
