// Values of options, each checked by itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/cli/arguments.h"
#include "query/cli/split_options.h"

namespace dateline::cli {

// A kind to count, and what its values' names must contain.
struct FacetChoice {
  dateline_kind kind = DATELINE_PERSON;
  std::string find = {};
};

// What the options say before it is known what they mean together.
struct Draft {
  Arguments arguments;
  std::vector<FacetChoice> facets;
  std::optional<std::size_t> facet_limit;
  std::optional<std::uint64_t> limit;  // kAllHits where all are wanted
  std::optional<Format> format;
  std::optional<dateline_sort> sort;
  dateline_kind kind = DATELINE_ANY_ENTITY;
  dateline_step step = DATELINE_STEP_AUTO;
  bool no_facets = false;
  std::optional<bool> collapse;  // near copies; nullopt: as the output wants
  std::string with, since, until;
  bool falling = false;
  std::vector<std::string> rest;
  std::optional<std::size_t> second;  // where in `rest` the second query begins: a `--` stood before it
};

// Puts the option, or the argument, into the draft; or says what is wrong with it.
std::optional<api::Error> take_option(const Given& given, Draft& draft);

}  // namespace dateline::cli
