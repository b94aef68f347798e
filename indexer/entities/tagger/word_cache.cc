// Words are told apart by a 64-bit hash of their bytes: among a million words two share one with a chance of 1 in 10^7,
// and then only one word is read as the other.
#include "indexer/entities/tagger/word_cache.h"

#include <algorithm>

#include "shared/base/strings.h"
#include "shared/text/unicode.h"

namespace dateline::tagging {
namespace {

constexpr std::size_t kMostWords = 400'000;  // 60 MB
constexpr std::size_t kMostBytes = 60;       // of a word that shapes and affixes are made of

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void append_key_character(std::string& out, char c) {
  if (c == '.' || c == '\'' || c == ' ') return;
  out.push_back(c >= '0' && c <= '9' ? '0' : c);
}

char shape_of(char32_t c) {
  if (c >= '0' && c <= '9') return '0';
  if (is_upper_code_point(c)) return 'X';
  if (is_lower_code_point(c)) return 'x';
  if (is_letter_code_point(c)) return 'l';  // of a script without case
  if (c < 0x80) return static_cast<char>(c);
  return '?';
}

std::uint32_t shape_hash(std::string_view shape, std::size_t longest_run) {
  std::uint64_t h = kGolden;
  std::size_t run = 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    run = i > 0 && shape[i] == shape[i - 1] ? run + 1 : 1;
    if (run <= longest_run) h = (h ^ static_cast<unsigned char>(shape[i])) * kMixA;
  }
  return static_cast<std::uint32_t>(mix(h) >> 32);
}

std::string shape_text(std::string_view written) {
  std::string shape;
  const std::size_t end = std::min(written.size(), kMostBytes);
  for (std::size_t at = 0; at < end;) {
    if (written[at] == ' ') {
      ++at;
    } else if (utf8_length_at(written, at) == 0) {
      shape.push_back('?');
      ++at;
    } else {
      shape.push_back(shape_of(next_code_point(written, at)));
    }
  }
  return shape;
}

bool continues_character(std::string_view text, std::size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
}

void add_affixes(std::string_view key, WordInfo& info) {
  for (std::size_t n = 0; n < info.prefix.size(); ++n) {
    const std::size_t length = n + 2;
    if (key.size() < length) break;
    if (!continues_character(key, length))
      info.prefix[n] = static_cast<std::uint32_t>(hash_bytes(key.substr(0, length)) >> 32) | 1U;
    if (!continues_character(key, key.size() - length))
      info.suffix[n] = static_cast<std::uint32_t>(hash_bytes(key.substr(key.size() - length)) >> 32) | 1U;
  }
}

bool is_connector(std::string_view key) {
  static constexpr std::string_view kConnectors[] = {"of", "for", "and", "the", "&",   "de",  "la",  "du",
                                                     "al", "el",  "bin", "van", "von", "der", "del", "da",
                                                     "di", "le",  "on",  "in",  "to",  "-"};
  return std::find(std::begin(kConnectors), std::end(kConnectors), key) != std::end(kConnectors);
}

}  // namespace

std::string word_key(std::string_view written) {
  std::string folded;
  if (is_ascii(written)) {
    folded = to_lower_ascii(written);
  } else if (find_invalid_utf8(written) == std::string_view::npos) {
    folded = fold(written);
  }
  if (folded.starts_with('\'')) return folded;  // "'s", "'"
  std::string key;
  key.reserve(folded.size());
  for (const char c : folded) append_key_character(key, c);
  if (key.empty()) key = written;
  return key;
}

Form form_of(std::string_view written) {
  if (written == "-" || written == "\xE2\x80\x90" || written == "\xE2\x80\x91") return Form::kHyphen;
  const std::string shape = shape_text(written);
  const auto count = [&](char c) { return static_cast<std::size_t>(std::count(shape.begin(), shape.end(), c)); };
  const std::size_t upper = count('X');
  const std::size_t lower = count('x');
  const std::size_t others = count('l');
  const std::size_t digits = count('0');
  if (upper + lower + others == 0) return digits > 0 ? Form::kNumber : Form::kMark;
  if (shape[0] == '@' || shape[0] == '#' || written.find("://") != std::string_view::npos) return Form::kOther;
  if (upper == 0) return lower > 0 ? Form::kLower : Form::kOther;
  if (upper == 1 && lower == 0 && digits == 0) return Form::kInitial;
  if (lower == 0) return Form::kUpper;
  return shape[0] == 'X' && upper == 1 ? Form::kCapital : Form::kMixed;
}

WordCache::WordCache(Lexicon lexicon) : lexicon_(lexicon), by_written_(1U << 12), by_key_(1U << 12) {}

void WordCache::begin_article() {
  if (words_.size() < kMostWords) return;
  words_.clear();
  keys_ = 0;
  by_written_.assign(1U << 12, {});
  by_key_.assign(1U << 12, {});
}

WordCache::Slot& WordCache::place(std::vector<Slot>& slots, std::uint64_t hash) {
  std::size_t at = hash & (slots.size() - 1);
  while (slots[at].id != 0 && slots[at].hash != hash) at = (at + 1) & (slots.size() - 1);
  return slots[at];
}

void WordCache::grow(std::vector<Slot>& slots, std::size_t used) {
  if (used * 2 < slots.size()) return;
  std::vector<Slot> larger(slots.size() * 2);
  for (const Slot& slot : slots)
    if (slot.id != 0) place(larger, slot.hash) = slot;
  slots = std::move(larger);
}

std::uint32_t WordCache::key_id_of(std::uint64_t key) {
  grow(by_key_, keys_);
  Slot& slot = place(by_key_, key);
  if (slot.id == 0) slot = {key, static_cast<std::uint32_t>(++keys_)};
  return slot.id - 1;
}

std::uint32_t WordCache::id_of(std::string_view written) {
  const std::uint64_t hash = hash_bytes(written);
  const Slot& slot = place(by_written_, hash);
  if (slot.id != 0) return slot.id - 1;
  make(written, hash);
  grow(by_written_, words_.size());
  place(by_written_, hash) = {hash, static_cast<std::uint32_t>(words_.size())};
  return static_cast<std::uint32_t>(words_.size() - 1);
}

void WordCache::make(std::string_view written, std::uint64_t hash) {
  WordInfo info;
  const std::string_view used = written.substr(0, kMostBytes);
  const std::string key = word_key(written);
  info.exact = hash;
  info.key = hash_bytes(key);
  info.key_id = key_id_of(info.key);
  const std::string shape = shape_text(used);
  info.shape = shape_hash(shape, 4);
  info.brief_shape = shape_hash(shape, 1);
  info.form = form_of(used);
  add_affixes(std::string_view(key).substr(0, kMostBytes), info);
  info.first_letter = static_cast<unsigned char>(key[0]);
  if (info.form == Form::kUpper && key.size() <= 8)
    for (const char c : key) info.letters = combine(info.letters, static_cast<unsigned char>(c));
  info.known = lexicon_.find(info.key);
  info.connector = is_connector(key);
  words_.push_back(info);
}

}  // namespace dateline::tagging
