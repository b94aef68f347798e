// A model that is missing, cut off, damaged or something else: an error that says what to do, and never a crash.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "indexer/entities/model_location.h"
#include "shared/base/files.h"
#include "tests/entities/extraction.h"

namespace dateline::testing {
namespace {

class ModelFile : public ::testing::Test {
 protected:
  void SetUp() override {
    auto bytes = read_whole_file(DATELINE_SOURCE_DIR "/indexer/entities/tagger/entity-model.bin");
    ASSERT_TRUE(bytes);
    model_ = std::move(*bytes);
    path_ = std::filesystem::temp_directory_path() / ("dateline-model-" + std::to_string(getpid()));
  }
  void TearDown() override { std::filesystem::remove(path_); }

  Error error_for(const std::string& bytes) {
    std::ofstream(path_, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    auto made = make_extractor({.model_path = path_});
    if (made) ADD_FAILURE() << "a wrong model was taken";
    return made ? Error{} : made.error();
  }

  std::string model_;
  std::string path_;
};

TEST_F(ModelFile, ThatIsMissingIsAnErrorWithAHint) {
  const auto made = make_extractor({.model_path = path_ + "-none"});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, ErrorCode::kIo);
  EXPECT_NE(made.error().message.find(path_ + "-none"), std::string::npos) << made.error().message;
  EXPECT_NE(made.error().hint.find("DATELINE_ENTITY_MODEL"), std::string::npos) << made.error().hint;
}

TEST_F(ModelFile, ThatIsCutOffIsAnError) {
  for (const std::size_t length :
       {std::size_t{0}, std::size_t{7}, std::size_t{40}, std::size_t{900}, model_.size() / 2, model_.size() - 1}) {
    const Error error = error_for(model_.substr(0, length));
    EXPECT_EQ(error.code, ErrorCode::kIo) << length;
    EXPECT_FALSE(error.hint.empty()) << length;
  }
}

TEST_F(ModelFile, ThatIsDamagedIsAnError) {
  for (std::size_t at = 0; at < model_.size(); at += model_.size() / 23) {
    std::string damaged = model_;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    EXPECT_EQ(error_for(damaged).code, ErrorCode::kIo) << at;
  }
}

TEST_F(ModelFile, ThatIsSomethingElseIsAnError) {
  EXPECT_EQ(error_for("just some text\n").code, ErrorCode::kIo);
  EXPECT_EQ(error_for(std::string(1 << 20, '\0')).code, ErrorCode::kIo);
  EXPECT_FALSE(make_extractor({.model_path = std::filesystem::temp_directory_path()}));
}

TEST_F(ModelFile, IsFoundByOptionThenByEnvironment) {
  EXPECT_EQ(find_entity_model("/some/where.bin"), "/some/where.bin");
  ASSERT_EQ(setenv("DATELINE_ENTITY_MODEL", "/else/where.bin", 1), 0);
  EXPECT_EQ(find_entity_model(""), "/else/where.bin");
  EXPECT_EQ(find_entity_model("/some/where.bin"), "/some/where.bin");
  EXPECT_FALSE(make_extractor());
  ASSERT_EQ(unsetenv("DATELINE_ENTITY_MODEL"), 0);
  EXPECT_TRUE(make_extractor());
}

TEST_F(ModelFile, IsPartOfTheFingerprint) {
  EXPECT_NE(extractor().fingerprint().find("tagger"), std::string::npos) << extractor().fingerprint();
}

}  // namespace
}  // namespace dateline::testing
