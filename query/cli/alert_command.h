// A program that is run for each alert, without a shell.
#pragma once

#include <dateline_saved.hpp>
#include <string>
#include <vector>

namespace dateline::cli {

// {name}, {query}, {delivery}, {attempt}, {id}, {title}, {date}, {source}, {url}, {path} in each word → of the alert.
std::vector<std::string> filled_in(const std::vector<std::string>& command, const api::Alerts& alert);

struct CommandEnd {
  bool started = false;
  bool good = false;    // it ended with status 0
  std::string failure;  // else what happened: "exit status 1", "signal 9"
};

// Runs it to its end, with the alert as one line of JSON on its standard input and in DATELINE_ALERT_… variables.
CommandEnd run_for_alert(const std::vector<std::string>& command, const api::Alerts& alert);

}  // namespace dateline::cli
