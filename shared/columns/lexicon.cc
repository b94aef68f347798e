// The lexicon's writer and reader, over a column, the table on disk and a table in memory.
#include "shared/columns/lexicon.h"

#include <unistd.h>

#include <algorithm>
#include <limits>

#include "shared/base/strings.h"
#include "shared/columns/lexicon_hash.h"
#include "shared/columns/stem_table.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestStem = 255;
constexpr std::uint64_t kMaximumStems = std::numeric_limits<std::uint32_t>::max() - kFirstLexiconId;

std::uint32_t id_of_record(std::uint32_t record) {
  return record - 1 + kFirstLexiconId;
}
std::uint32_t record_of_id(std::uint32_t id) {
  return id < kFirstLexiconId ? 0 : id - kFirstLexiconId + 1;
}

std::uint64_t longest_tail(std::uint64_t covered) {
  return std::max<std::uint64_t>(4096, covered / 16);
}

// What both sides open: the committed stems, by the table on disk where it serves, the others in memory.
struct StoredStems {
  ColumnReader column;
  std::optional<LexiconHash> hash;
  StemTable memory;

  [[nodiscard]] std::uint32_t covered() const { return hash ? hash->covered() : 0; }
};

Result<StoredStems> open_stems(const std::string& folder, const ColumnCommit& commit) {
  auto column = ColumnReader::open(folder, kLexiconColumn, commit);
  if (!column) return std::move(column).error();
  StoredStems stems{std::move(*column), std::nullopt, {}};
  if (commit.records == 0) return stems;
  stems.hash = LexiconHash::open(lexicon_hash_path(folder, commit.generation), commit.generation, stems.column);
  stems.memory.reserve(commit.records - stems.covered());
  for (auto record = stems.covered() + 1; record <= commit.records; ++record) {
    const std::string_view stem = stems.column.record(record);
    if (stem.empty() || stem.size() > kLongestStem) continue;  // damage: check names it
    if (!stems.memory.insert(stem, hash64(stem), id_of_record(record))) {
      return Error{ErrorCode::kArchiveDamaged, concat({"the lexicon in ", folder, " is larger than it can be"}),
                   "run dateline-index rebuild"};
    }
  }
  return stems;
}

}  // namespace

struct LexiconWriter::Impl {
  std::string folder;
  StoredStems stored;  // its memory also takes the new stems, and those that were found on disk
  ColumnWriter column;
  std::uint64_t hashed = 0;  // stems that the table on disk covers

  Result<std::uint32_t> add(std::string_view stem, std::uint64_t hash);
};

LexiconWriter::LexiconWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LexiconWriter::LexiconWriter(LexiconWriter&&) noexcept = default;
LexiconWriter& LexiconWriter::operator=(LexiconWriter&&) noexcept = default;
LexiconWriter::~LexiconWriter() = default;

Result<LexiconWriter> LexiconWriter::open(const std::string& folder, const ColumnCommit& last) {
  // The column is cut before the table is looked at: a table that covers stems which a crash left behind does not fit
  // any more, and goes, since its ids will be given to other stems.
  auto column = ColumnWriter::open(folder, kLexiconColumn, last);
  if (!column) return std::move(column).error();
  auto stored = open_stems(folder, last);
  if (!stored) return std::move(stored).error();
  const std::uint64_t hashed = stored->covered();
  if (!stored->hash) ::unlink(lexicon_hash_path(folder, last.generation).c_str());
  return LexiconWriter(std::make_unique<Impl>(Impl{folder, std::move(*stored), std::move(*column), hashed}));
}

Result<std::uint32_t> LexiconWriter::intern(std::string_view stem) {
  const std::uint64_t hash = hash64(stem);
  if (const std::uint32_t id = impl_->stored.memory.find(stem, hash); id != 0) return id;
  return impl_->add(stem, hash);
}

Result<std::uint32_t> LexiconWriter::Impl::add(std::string_view stem, std::uint64_t hash) {
  std::uint32_t id = stored.hash ? stored.hash->find(stem, hash, stored.column) : 0;
  if (id == 0) {
    if (stem.empty() || stem.size() > kLongestStem || column.records() >= kMaximumStems) {
      return Error{ErrorCode::kInternal, concat({"the lexicon cannot take a stem of ", std::to_string(stem.size()),
                                                 " bytes as number ", std::to_string(column.records() + 1)})};
    }
    const auto record = static_cast<std::uint32_t>(column.records() + 1);
    if (auto done = column.append(record, stem); !done) return std::move(done).error();
    id = id_of_record(record);
  }
  if (!stored.memory.insert(stem, hash, id))
    return Error{ErrorCode::kInternal, "the lexicon has outgrown its memory table"};
  return id;
}

Result<ColumnCommit> LexiconWriter::commit() {
  auto commit = impl_->column.commit();
  if (!commit) return commit;
  if (commit->records - impl_->hashed > longest_tail(impl_->hashed)) {
    if (write_lexicon_hash(impl_->folder, *commit)) impl_->hashed = commit->records;
  }
  return commit;
}

struct LexiconReader::Impl {
  StoredStems stored;
};

LexiconReader::LexiconReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
LexiconReader::LexiconReader(LexiconReader&&) noexcept = default;
LexiconReader& LexiconReader::operator=(LexiconReader&&) noexcept = default;
LexiconReader::~LexiconReader() = default;

Result<LexiconReader> LexiconReader::open(const std::string& folder, const ColumnCommit& commit) {
  auto stored = open_stems(folder, commit);
  if (!stored) return std::move(stored).error();
  return LexiconReader(std::make_unique<Impl>(Impl{std::move(*stored)}));
}

std::optional<std::uint32_t> LexiconReader::find(std::string_view stem) const {
  const StoredStems& stored = impl_->stored;
  const std::uint64_t hash = hash64(stem);
  std::uint32_t id = stored.memory.find(stem, hash);
  if (id == 0 && stored.hash) id = stored.hash->find(stem, hash, stored.column);
  if (id == 0) return std::nullopt;
  return id;
}

std::string_view LexiconReader::stem_of(std::uint32_t id) const {
  return impl_->stored.column.record(record_of_id(id));
}

std::uint32_t LexiconReader::size() const {
  return static_cast<std::uint32_t>(impl_->stored.column.records());
}

std::vector<std::string> check_lexicon(const std::string& folder, const ColumnCommit& commit) {
  std::vector<std::string> problems = check_column(folder, kLexiconColumn, commit);
  if (!problems.empty() || commit.records == 0) return problems;
  const std::string path = lexicon_hash_path(folder, commit.generation);
  if (::access(path.c_str(), F_OK) == 0) {
    const auto column = ColumnReader::open(folder, kLexiconColumn, commit);
    const auto table = column ? LexiconHash::open(path, commit.generation, *column) : std::nullopt;
    if (!table || !table->slots_are_intact()) {
      problems.push_back(concat({path, ": the table is damaged or of another lexicon"}));
    }
  }
  const auto lexicon = LexiconReader::open(folder, commit);
  if (!lexicon) return {lexicon.error().message};
  for (std::uint32_t record = 1; record <= commit.records; ++record) {
    const std::uint32_t id = id_of_record(record);
    if (lexicon->find(lexicon->stem_of(id)) == id) continue;
    problems.push_back(concat({column_data_path(folder, kLexiconColumn, commit.generation), ": stem ",
                               std::to_string(id), " is empty, twice there or not found by the table"}));
    if (problems.size() >= 10) break;
  }
  return problems;
}

}  // namespace dateline
