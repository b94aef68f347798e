// Making and reading the lexicon's table on disk.
#include "shared/columns/lexicon_hash.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "shared/base/strings.h"
#include "shared/columns/lexicon.h"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLEXHASH";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kSlotBytes = 8;

// Two thirds full: short runs at 12 bytes a stem.
std::uint64_t slots_for(std::uint64_t stems) {
  return stems + stems / 2 + 1;
}

// The high bits of the hash choose the slot (Lemire, "A fast alternative to the modulo reduction"); its low half is the
// tag.
std::uint64_t first_slot(std::uint64_t hash, std::uint64_t slots) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::uint64_t>((static_cast<Wide>(hash) * slots) >> 64);
}

std::uint32_t tail_crc_of(std::string_view data) {
  constexpr std::size_t kTail = 4096;
  return crc32_of(data.substr(data.size() - std::min(data.size(), kTail)));
}

std::uint32_t header_crc_of(const LexiconHashHeader& header) {
  char bytes[sizeof header];
  std::memcpy(bytes, &header, sizeof header);
  return crc32_of({bytes, offsetof(LexiconHashHeader, header_crc)});
}

bool header_is_whole(const LexiconHashHeader& header, std::uint64_t file_bytes) {
  return std::string_view(header.magic, sizeof header.magic) == kMagic && header.version == kVersion &&
         header.header_crc == header_crc_of(header) && header.slots > header.stems &&
         header.slots == (file_bytes - sizeof header) / kSlotBytes && file_bytes % kSlotBytes == 0;
}

// Whether the table was made from the lexicon that is mapped, which may go on beyond the table.
bool belongs_to(const LexiconHashHeader& header, std::uint32_t generation, const ColumnReader& column) {
  if (header.generation != generation || header.stems == 0 || header.stems > column.mapped_index().size() / 8 ||
      header.data_bytes > column.mapped_data().size()) {
    return false;
  }
  const auto end = load_le<std::uint64_t>(column.mapped_index().data() + 8 * (header.stems - 1));
  return end == header.data_bytes && tail_crc_of(column.mapped_data().substr(0, header.data_bytes)) == header.tail_crc;
}

void place(std::string& slots, std::uint64_t count, std::uint64_t hash, std::uint32_t id) {
  std::uint64_t at = first_slot(hash, count);
  while (load_le<std::uint32_t>(slots.data() + at * kSlotBytes) != 0) at = at + 1 == count ? 0 : at + 1;
  const std::uint32_t slot[2] = {id, static_cast<std::uint32_t>(hash)};
  std::memcpy(slots.data() + at * kSlotBytes, slot, sizeof slot);
}

}  // namespace

std::string lexicon_hash_path(const std::string& folder, std::uint32_t generation) {
  std::string path = column_data_path(folder, kLexiconColumn, generation);
  path.replace(path.rfind('.'), std::string::npos, ".hash");
  return path;
}

std::optional<LexiconHash> LexiconHash::open(const std::string& path, std::uint32_t generation,
                                             const ColumnReader& column) {
  auto file = MappedFile::open(path);
  if (!file || file->bytes().size() < sizeof(LexiconHashHeader)) return std::nullopt;
  LexiconHash table;
  std::memcpy(&table.header_, file->bytes().data(), sizeof table.header_);
  if (!header_is_whole(table.header_, file->bytes().size())) return std::nullopt;
  if (!belongs_to(table.header_, generation, column)) return std::nullopt;
  table.covered_ = static_cast<std::uint32_t>(std::min(table.header_.stems, column.records()));
  table.file_ = std::move(*file);
  return table;
}

std::uint32_t LexiconHash::find(std::string_view stem, std::uint64_t hash, const ColumnReader& column) const {
  const char* slots = file_.bytes().data() + sizeof header_;
  std::uint64_t at = first_slot(hash, header_.slots);
  for (std::uint64_t probes = 0; probes < header_.slots; ++probes) {  // a damaged table may have no free slot
    const auto id = load_le<std::uint32_t>(slots + at * kSlotBytes);
    if (id == 0) return 0;
    if (load_le<std::uint32_t>(slots + at * kSlotBytes + 4) == static_cast<std::uint32_t>(hash) &&
        id >= kFirstLexiconId && id - kFirstLexiconId < covered_ && column.record(id - kFirstLexiconId + 1) == stem) {
      return id;
    }
    at = at + 1 == header_.slots ? 0 : at + 1;
  }
  return 0;
}

bool LexiconHash::slots_are_intact() const {
  return crc32_of(file_.bytes().substr(sizeof header_)) == header_.slots_crc;
}

Result<void> write_lexicon_hash(const std::string& folder, const ColumnCommit& commit) {
  auto column = ColumnReader::open(folder, kLexiconColumn, commit);
  if (!column) return std::move(column).error();
  LexiconHashHeader header{};
  std::memcpy(header.magic, kMagic.data(), kMagic.size());
  header.version = kVersion;
  header.generation = commit.generation;
  header.stems = commit.records;
  header.data_bytes = commit.data_bytes;
  header.slots = slots_for(commit.records);
  header.tail_crc = tail_crc_of(column->mapped_data().substr(0, commit.data_bytes));

  std::string file(sizeof header, '\0');
  std::string slots(header.slots * kSlotBytes, '\0');
  for (std::uint32_t record = 1; record <= commit.records; ++record) {
    place(slots, header.slots, hash64(column->record(record)), record - 1 + kFirstLexiconId);
  }
  header.slots_crc = crc32_of(slots);
  header.header_crc = header_crc_of(header);
  std::memcpy(file.data(), &header, sizeof header);
  file.append(slots);
  return replace_file(lexicon_hash_path(folder, commit.generation), file);
}

}  // namespace dateline
