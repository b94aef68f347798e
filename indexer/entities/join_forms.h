// Which names of an article mean the same person, place or organization.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/entities/name_table.h"

namespace dateline {

// Forms in disjoint sets (union-find with halving).
class FormSets {
 public:
  explicit FormSets(std::size_t forms);
  std::uint32_t root(std::uint32_t form);
  void join(std::uint32_t whole, std::uint32_t part);  // the second becomes part of the first

 private:
  std::vector<std::uint32_t> parent_;
};

// "U.S." and "United States"; "Acme" and "Acme Corp."; "AP" and "Associated Press".
void join_places_and_organizations(const NameTable& table, FormSets& sets);
// "J. Smith", "John Smith" and "John Q. Smith".
void join_full_names(const NameTable& table, FormSets& sets);

// For every form of one person or more that is a part of longer names: the roots of those, by where they stand first.
// A surname can belong to several people; which one is meant is for the surroundings to tell.
std::vector<std::vector<std::uint32_t>> find_surname_owners(const NameTable& table, FormSets& sets);

}  // namespace dateline
