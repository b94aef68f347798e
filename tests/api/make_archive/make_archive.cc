// make_archive FOLDER: writes the small archive that the embedding test searches.
#include <filesystem>
#include <iostream>

#include "tests/archive_fixture/test_archive.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  dateline::testing::TestArchive archive;
  archive.put({{.key = "a",
                .title = "Talks in Doha",
                .text = "A ceasefire was discussed. Joe Biden called.",
                .published = "2024-08-16",
                .people = {"Joe Biden"}},
               {.key = "b", .title = "Rain", .text = "It rains."}});
  std::filesystem::remove_all(argv[1]);
  std::filesystem::copy(archive.paths().folder, argv[1], std::filesystem::copy_options::recursive);
}
