// Walking folders: order, links, loops, special files, depth.
#include "indexer/formats/input_walk.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/formats/format_test_tools.h"

namespace dateline {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Walked {
  std::vector<std::string> files;
  std::vector<Rejection> rejections;
  std::optional<Error> error;
};

Walked walk(const std::vector<std::string>& paths, std::size_t stop_after = 1'000'000) {
  Walked walked;
  const InputSink sink{.file =
                           [&](const InputFile& file) {
                             walked.files.push_back(file.path);
                             return walked.files.size() < stop_after;
                           },
                       .rejection =
                           [&](Rejection&& rejection) {
                             walked.rejections.push_back(std::move(rejection));
                             return true;
                           }};
  if (auto done = walk_inputs(paths, sink); !done) walked.error = done.error();
  return walked;
}

TEST(InputWalk, GivesFilesInByteOrderOfTheirNamesAndPassesOverHiddenOnes) {
  const FormatFolder folder;
  for (const char* name : {"b.txt", "a/2.txt", "a/10.txt", "Z.txt", ".hidden.txt", ".git/x.txt", "é.txt"})
    folder.write(name, "x");
  EXPECT_THAT(walk({folder.path()}).files, ElementsAre(folder.at("Z.txt"), folder.at("a/10.txt"), folder.at("a/2.txt"),
                                                       folder.at("b.txt"), folder.at("é.txt")));
}

TEST(InputWalk, PassesOverAnArchive) {
  const FormatFolder folder;
  for (const char* name : {"a.txt", "index/catalog.sqlite3", "index/writer.lock", "index/xapian.1/postlist.glass"})
    folder.write(name, "x");
  EXPECT_THAT(walk({folder.path()}).files, ElementsAre(folder.at("a.txt")));
}

TEST(InputWalk, TakesAHiddenFileThatIsNamedItself) {
  const FormatFolder folder;
  const std::string path = folder.write(".hidden.txt", "x");
  EXPECT_THAT(walk({path}).files, ElementsAre(path));
}

TEST(InputWalk, GivesOneFileOneNameHoweverItIsWritten) {
  const FormatFolder folder;
  const std::string path = folder.write("a/x.txt", "x");
  EXPECT_THAT(walk({folder.path() + "//a/./../a/x.txt", folder.path() + "/a/"}).files, ElementsAre(path, path));
}

TEST(InputWalk, KeepsDotDotWhereALinkGivesItAnotherMeaning) {
  const FormatFolder folder;
  folder.write("real/deep/x.txt", "deep");
  folder.write("real/y.txt", "y");
  std::filesystem::create_directory_symlink(folder.at("real/deep"), folder.at("link"));
  EXPECT_THAT(walk({folder.at("link/../y.txt")}).files, ElementsAre(folder.at("link/../y.txt")));
}

TEST(InputWalk, FollowsLinksAndNamesFilesAsTheyWereReached) {
  const FormatFolder folder;
  const FormatFolder elsewhere;
  elsewhere.write("x.txt", "x");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder.at("link"));
  EXPECT_THAT(walk({folder.path()}).files, ElementsAre(folder.at("link/x.txt")));
}

TEST(InputWalk, RejectsALoopOfFoldersAndGoesOn) {
  const FormatFolder folder;
  folder.write("a/x.txt", "x");
  folder.write("b.txt", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.at("a/again"));
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre(folder.at("a/x.txt"), folder.at("b.txt")));
  ASSERT_EQ(walked.rejections.size(), 1U);
  EXPECT_EQ(walked.rejections[0].path, folder.at("a/again"));
  EXPECT_THAT(walked.rejections[0].error.message, HasSubstr("leads back"));
}

TEST(InputWalk, ReadsOneFolderTwiceWhenTwoLinksLeadThereWithoutALoop) {
  const FormatFolder folder;
  folder.write("real/x.txt", "x");
  std::filesystem::create_directory_symlink(folder.at("real"), folder.at("also"));
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre(folder.at("also/x.txt"), folder.at("real/x.txt")));
  EXPECT_THAT(walked.rejections, IsEmpty());
}

TEST(InputWalk, RejectsDanglingAndCircularLinksPipesAndSockets) {
  const FormatFolder folder;
  folder.write("good.txt", "x");
  std::filesystem::create_symlink("nowhere", folder.at("dangling"));
  std::filesystem::create_symlink("circle", folder.at("circle"));
  ASSERT_EQ(::mkfifo(folder.at("pipe").c_str(), 0600), 0);
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre(folder.at("good.txt")));
  ASSERT_EQ(walked.rejections.size(), 3U);
  EXPECT_THAT(walked.rejections[0].error.message, HasSubstr("loop"));
  EXPECT_THAT(walked.rejections[1].error.message, HasSubstr("link to nothing"));
  EXPECT_THAT(walked.rejections[2].error.message, HasSubstr("named pipe"));
}

// Root may read everything; as long as this lives, the process is nobody.
class WithoutRootsRights {
 public:
  WithoutRootsRights() : was_root_(::geteuid() == 0) { changed_ = was_root_ && ::seteuid(65534) == 0; }
  WithoutRootsRights(const WithoutRootsRights&) = delete;
  WithoutRootsRights& operator=(const WithoutRootsRights&) = delete;
  ~WithoutRootsRights() {
    if (!changed_) return;
    EXPECT_EQ(::seteuid(0), 0);
  }
  [[nodiscard]] bool still_root() const { return was_root_ && !changed_; }

 private:
  bool was_root_;
  bool changed_ = false;
};

TEST(InputWalk, RejectsAFolderWithoutRights) {
  const FormatFolder folder;
  folder.write("locked/x.txt", "x");
  const std::string open_file = folder.write("open.txt", "x");
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  std::filesystem::permissions(folder.at("locked"), std::filesystem::perms::none);
  Walked walked;
  {
    const WithoutRootsRights rights;
    if (rights.still_root()) GTEST_SKIP() << "root may read every folder, and cannot become nobody here";
    walked = walk({folder.path()});
  }
  std::filesystem::permissions(folder.at("locked"), std::filesystem::perms::owner_all);
  EXPECT_THAT(walked.files, ElementsAre(open_file));
  ASSERT_EQ(walked.rejections.size(), 1U);
  EXPECT_EQ(walked.rejections[0].path, folder.at("locked"));
  EXPECT_THAT(walked.rejections[0].error.message, HasSubstr("Permission denied"));
}

TEST(InputWalk, ANamedPathThatDoesNotExistIsAnErrorBeforeAnythingIsRead) {
  const FormatFolder folder;
  const std::string path = folder.write("a.txt", "x");
  const Walked walked = walk({path, folder.at("missing.txt")});
  EXPECT_THAT(walked.files, IsEmpty());
  ASSERT_TRUE(walked.error);
  EXPECT_EQ(walked.error->code, ErrorCode::kNotFound);
  EXPECT_THAT(walked.error->message, HasSubstr("missing.txt"));
}

TEST(InputWalk, StandardInputStaysInItsPlace) {
  const FormatFolder folder;
  const std::string path = folder.write("a.txt", "x");
  EXPECT_THAT(walk({"-", path}).files, ElementsAre("-", path));
}

TEST(InputWalk, StopsWhenAsked) {
  const FormatFolder folder;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) folder.write(name, "x");
  EXPECT_EQ(walk({folder.path(), folder.path()}, 2).files.size(), 2U);
}

TEST(InputWalk, GoesDownAsDeepAsPathsReachAndNamesTheFolderBeyond) {
  const FormatFolder folder;
  folder.write("top.txt", "x");
  // Deeper than PATH_MAX (4096) as one path, made by entering each folder.
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (int depth = 0; depth < 600; ++depth) {
    ASSERT_EQ(::mkdir("folder-ten", 0700), 0);
    ASSERT_EQ(::chdir("folder-ten"), 0);
  }
  std::filesystem::current_path(before);
  const Walked walked = walk({folder.path()});
  EXPECT_THAT(walked.files, ElementsAre(folder.at("top.txt")));
  ASSERT_EQ(walked.rejections.size(), 1U);
  EXPECT_THAT(walked.rejections[0].error.message, HasSubstr("name too long"));
}

TEST(InputWalk, DescribesFilesAsTheyAre) {
  const FormatFolder folder;
  const std::string path = folder.write("a.txt", "12345");
  struct stat info {};
  ASSERT_EQ(::stat(path.c_str(), &info), 0);
  const InputSink sink{.file =
                           [&](const InputFile& file) {
                             EXPECT_EQ(file.size, 5U);
                             EXPECT_EQ(file.inode, info.st_ino);
                             EXPECT_EQ(file.mtime_ns, info.st_mtim.tv_sec * 1'000'000'000 + info.st_mtim.tv_nsec);
                             return true;
                           },
                       .rejection = [](Rejection&&) { return true; }};
  EXPECT_TRUE(walk_inputs(std::vector{path}, sink));
}

}  // namespace
}  // namespace dateline
