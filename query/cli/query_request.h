// The parts of a request that several commands read from the same options.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/option_values.h"

namespace dateline::cli {

// Options of a request that choose articles and count them; a command that settles with settle_query takes these.
inline constexpr std::string_view kFilterOptions = "person place org country source author lang date match timeout";

bool is_blank(std::string_view text);
std::string join_words(const std::vector<std::string>& words);

// The query is what remains of the command line. `needs_query`: the error where neither query nor filter is there.
std::optional<api::Error> settle_query(Draft& draft, std::string_view command, bool needs_query);
// What is counted: as asked, else five kinds. `limit`: values of each kind where --facet-limit does not say.
std::optional<api::Error> settle_facets(Draft& draft, std::size_t limit);
// Which kinds are analysed: as asked; left alone where nothing was asked.
std::optional<api::Error> settle_kinds(const Draft& draft, std::vector<api::Kind>& kinds);
// The format, of which --json and --null are short forms.
std::optional<api::Error> settle_format(Draft& draft);
std::optional<api::Error> refuse_arguments(const Draft& draft);
// The one argument is the name of a saved search.
std::optional<api::Error> settle_saved_name(Draft& draft);

}  // namespace dateline::cli
