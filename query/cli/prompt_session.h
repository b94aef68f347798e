// The prompt as a machine without a terminal: a line → what to do; an answer → what its numbers mean. Knows no archive.
#pragma once

#include <cstdint>
#include <dateline.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "query/cli/views.h"

namespace dateline::cli {

struct PromptStep {
  enum class Do : std::uint8_t {
    kNothing,
    kSearch,  // `request`, then answered() or refused()
    kCount,   // the same, and only facets are shown
    kRun,     // another command: `words` as on the command line
    kSay,     // `text`
    kQuit
  };
  Do what = Do::kNothing;
  api::Request request = {};
  std::vector<std::string> words = {};
  std::string text = {};
};

class PromptSession {
 public:
  PromptStep take(std::string_view line);

  // The answer to the last request: gives each facet value its label, and remembers hits and labels.
  void answered(ResultsView& results);
  // The last request was wrong: the one before holds again.
  void refused();

  // What is asked now, in one line: "gaza · person Joe Biden · from 11"; "" before the first query.
  [[nodiscard]] std::string state() const;

 private:
  struct Value {  // that a label stands for
    std::string label, name;
    dateline_kind kind = DATELINE_PERSON;
  };

  PromptStep search(api::Request request);
  PromptStep refine(std::string_view line);
  PromptStep command(std::string_view line);
  PromptStep own_command(std::string_view name, const std::string& rest, bool& known);
  PromptStep other_command(std::string_view name, const std::string& rest);
  PromptStep count(const std::string& kind);
  PromptStep more();
  PromptStep back();
  PromptStep open(const std::string& number);
  [[nodiscard]] const Value* value_of(std::string_view label) const;
  [[nodiscard]] std::string id_of(std::string_view number) const;  // "" for none
  [[nodiscard]] api::Request current() const;

  std::vector<api::Request> asked_;  // the last one holds; the others are for :back
  std::uint64_t shown_until_ = 0, matched_ = 0;
  std::vector<std::string> hits_;  // ids
  std::uint64_t first_rank_ = 1;
  std::vector<Value> values_;
};

std::string prompt_help();
std::vector<std::string_view> prompt_commands();  // those of the prompt and those of the program, for completion

}  // namespace dateline::cli
