// The manual page in docs/man is what the tables and its frame make. UPDATE_GOLDEN=1 (./dev manual) writes it anew.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "shared/command_line/manual.h"

namespace dateline::command_line {

inline std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

inline void expect_manual(const Program& program) {
  const std::string path = std::string(DATELINE_SOURCE_DIR) + "/docs/man/" + std::string(program.name) + ".1";
  const std::string page = manual_page(program, content_of(path + ".in"));
  if (std::getenv("UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << page;
  EXPECT_EQ(page, content_of(path)) << "the tables or the frame have changed: ./dev manual";
}

}  // namespace dateline::command_line
