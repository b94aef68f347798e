// The versions of an article as text for people.
#pragma once

#include <cstddef>
#include <dateline_history.hpp>
#include <string>

#include "query/cli/screen.h"

namespace dateline::cli {

// One line a version, the newest first.
std::string format_history(const api::History& history, const Screen& screen);
// `index` counts from 0, the oldest.
std::string format_revision(const api::History& history, std::size_t index, const Screen& screen);
// Paragraphs with changes, as `git diff --word-diff` marks them.
std::string format_diff(const api::Diff& diff, const Screen& screen);

}  // namespace dateline::cli
