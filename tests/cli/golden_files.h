// Compares text for people with files in golden/. UPDATE_GOLDEN=1 writes them anew: look at them then.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "query/cli/screen.h"

namespace dateline::cli {

inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(DATELINE_SOURCE_DIR) + "/tests/cli/golden/" + name + ".txt";
  if (std::getenv("UPDATE_GOLDEN") != nullptr) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  ASSERT_TRUE(file.good()) << path << " is missing: run with UPDATE_GOLDEN=1 and look at it";
  std::stringstream golden;
  golden << file.rdbuf();
  EXPECT_EQ(text, golden.str()) << path;
}

void expect_golden_on_every_screen(const std::string& name, const auto& format) {
  expect_golden(name + "-80", format(Screen{80, false}));
  expect_golden(name + "-80-color", format(Screen{80, true}));
  expect_golden(name + "-200", format(Screen{200, false}));
  expect_golden(name + "-200-color", format(Screen{200, true}));
}

}  // namespace dateline::cli
