// Features of a token and its surroundings within the sentence.
#include "indexer/entities/tagger/features.h"

#include <algorithm>
#include <bit>

namespace dateline::tagging {
namespace {

constexpr std::uint64_t kEdge = 0x5DEECE66DU;  // stands for what lies beyond the sentence
constexpr std::int64_t kWindow = 3;

// The tokens around one, with the sentence's ends as edges.
class Window {
 public:
  Window(const ArticleView& article, std::size_t i) : article_(article), at_(static_cast<std::int64_t>(i)) {
    first_ = at_;
    while (first_ > at_ - kWindow && !article.token(static_cast<std::size_t>(first_)).sentence_start) --first_;
    last_ = at_;
    const auto size = static_cast<std::int64_t>(article.size());
    while (last_ < at_ + kWindow && last_ + 1 < size &&
           !article.token(static_cast<std::size_t>(last_ + 1)).sentence_start)
      ++last_;
  }
  [[nodiscard]] bool has(std::int64_t offset) const { return at_ + offset >= first_ && at_ + offset <= last_; }
  [[nodiscard]] const WordInfo& word(std::int64_t offset) const {
    return article_.word(static_cast<std::size_t>(at_ + offset));
  }
  [[nodiscard]] const TokenView& token(std::int64_t offset) const {
    return article_.token(static_cast<std::size_t>(at_ + offset));
  }
  [[nodiscard]] std::uint64_t key(std::int64_t o) const { return has(o) ? word(o).key : kEdge; }
  [[nodiscard]] std::uint64_t exact(std::int64_t o) const { return has(o) ? word(o).exact : kEdge; }
  [[nodiscard]] std::uint64_t shape(std::int64_t o) const { return has(o) ? word(o).shape : kEdge; }
  [[nodiscard]] std::uint64_t brief(std::int64_t o) const { return has(o) ? word(o).brief_shape : kEdge; }
  [[nodiscard]] std::uint64_t known(std::int64_t o) const { return has(o) ? word(o).known.classes : kEdge; }
  [[nodiscard]] std::uint64_t casing(std::int64_t o) const { return has(o) ? word(o).known.casing : 8U; }
  [[nodiscard]] std::uint64_t name(std::int64_t o) const {
    if (!has(o)) return kEdge;
    const KnownName& known = token(o).name;
    return known.classes * 8U + static_cast<std::uint64_t>(known.part);
  }
  [[nodiscard]] bool capital(std::int64_t o) const { return has(o) && is_capital(word(o).form); }

 private:
  const ArticleView& article_;
  std::int64_t at_, first_ = 0, last_ = 0;
};

class Emitter {
 public:
  explicit Emitter(std::vector<std::uint32_t>& out) : out_(out) {}
  void add(std::uint32_t number, std::uint64_t a) { out_.push_back(feature_of(number, a)); }
  void add(std::uint32_t number, std::uint64_t a, std::uint64_t b) { add(number, combine(a, b)); }
  void add(std::uint32_t number, std::uint64_t a, std::uint64_t b, std::uint64_t c) {
    add(number, combine(combine(a, b), c));
  }

 private:
  std::vector<std::uint32_t>& out_;
};

// 1–33: what every token has.
void add_words(const Window& w, Emitter& emit) {
  emit.add(1, 0);
  emit.add(2, w.exact(0));
  emit.add(3, w.key(0));
  emit.add(4, w.key(-1));
  emit.add(5, w.key(1));
  emit.add(6, w.key(-2));
  emit.add(7, w.key(2));
  emit.add(8, w.key(-1), w.key(0));
  emit.add(9, w.key(0), w.key(1));
  emit.add(10, w.shape(0));
  emit.add(11, w.brief(-1), w.brief(0));
  emit.add(12, w.brief(0), w.brief(1));
  emit.add(13, w.brief(-1), w.brief(0), w.brief(1));
  const WordInfo& info = w.word(0);
  for (std::uint32_t n = 0; n < 4; ++n) {
    if (info.suffix[n] != 0) emit.add(14 + n, info.suffix[n]);
    if (info.prefix[n] != 0) emit.add(18 + n, info.prefix[n]);
  }
  emit.add(22, w.known(0), w.casing(0));
  emit.add(23, w.known(-1));
  emit.add(24, w.known(1));
  emit.add(25, w.name(0));
  const auto mode = static_cast<std::uint64_t>(w.token(0).mode) * 2 + (w.token(0).sentence_start ? 1 : 0);
  emit.add(26, mode, w.brief(0));
  emit.add(27, w.name(-1));
  emit.add(28, w.name(1));
}

// 40–71: for tokens beside capitals.
void add_context(const Window& w, Emitter& emit) {
  emit.add(40, w.key(-3));
  emit.add(41, w.key(3));
  emit.add(42, w.exact(-1));
  emit.add(43, w.exact(1));
  emit.add(44, w.key(-2), w.key(-1));
  emit.add(45, w.key(1), w.key(2));
  emit.add(46, w.key(-1), w.key(1));
  emit.add(47, w.shape(-1), w.shape(0));
  emit.add(48, w.shape(0), w.shape(1));
  emit.add(49, w.brief(-2), w.brief(-1), w.brief(0));
  emit.add(50, w.brief(0), w.brief(1), w.brief(2));
  emit.add(51, w.brief(0), w.key(1));
  emit.add(52, w.brief(0), w.key(-1));
  emit.add(53, w.shape(-1));
  emit.add(54, w.shape(1));
  emit.add(55, w.known(0), w.known(1), w.brief(0));
  emit.add(56, w.known(-1), w.known(0), w.brief(0));
  emit.add(57, w.name(0), w.brief(0));
  emit.add(58, w.name(0), w.casing(0));
  emit.add(59, w.name(0), w.key(-1));
  emit.add(60, w.name(0), w.key(1));
  emit.add(61, w.casing(-1), w.casing(0), w.casing(1));
  if (w.has(-1)) emit.add(62, w.word(-1).suffix[1]);
  if (w.has(1)) emit.add(63, w.word(1).suffix[1]);
  const auto mode = static_cast<std::uint64_t>(w.token(0).mode) * 2 + (w.token(0).sentence_start ? 1 : 0);
  emit.add(64, mode, w.casing(0), w.brief(0));
  emit.add(65, mode, w.known(0));
  emit.add(66, w.known(-1), w.known(0), w.known(1));
  emit.add(67, w.known(-2));
  emit.add(68, w.known(2));
  for (std::int64_t o = -1; o <= 1; ++o)
    if (w.has(o))
      for (std::uint32_t bits = w.word(o).known.classes; bits != 0; bits &= bits - 1)
        emit.add(static_cast<std::uint32_t>(70 + o), static_cast<std::uint64_t>(std::countr_zero(bits)), w.brief(0));
}

std::uint64_t position_in(const CapitalRun& run, std::size_t i) {
  const std::uint32_t length = run.end - run.begin;
  const auto from_begin = std::min<std::uint64_t>(i - run.begin, 3);
  const auto from_end = std::min<std::uint64_t>(run.end - 1 - i, 3);
  return std::min(length, 7U) * 16U + from_begin * 4U + from_end;
}

// The key before or behind a run, as far as the sentence goes.
std::uint64_t key_before(const ArticleView& article, const CapitalRun& run, std::uint32_t distance) {
  for (std::uint32_t d = 0; d < distance; ++d)
    if (article.token(run.begin - d).sentence_start) return kEdge;
  return article.word(run.begin - distance).key;
}

std::uint64_t key_behind(const ArticleView& article, const CapitalRun& run, std::uint32_t distance) {
  for (std::uint32_t d = 0; d < distance; ++d)
    if (run.end + d >= article.size() || article.token(run.end + d).sentence_start) return kEdge;
  return article.word(run.end + distance - 1).key;
}

// The run that small words join to this one: "Bank [of] England", "Ministry [of the] Interior"; kNone.
std::uint32_t run_behind(const ArticleView& article, const CapitalRun& run, std::uint64_t& joint) {
  joint = 0;
  for (std::uint32_t t = run.end; t < run.end + 3 && t < article.size(); ++t) {
    const TokenView& token = article.token(t);
    if (token.sentence_start) return kNone;
    if (token.run != kNone) return joint == 0 ? kNone : token.run;
    const WordInfo& word = article.word(t);
    if (!word.connector && word.first_letter != '\'') return kNone;
    joint = combine(joint, word.key);
  }
  return kNone;
}

std::uint32_t run_before(const ArticleView& article, const CapitalRun& run, std::uint64_t& joint) {
  joint = 0;
  if (run.begin == 0) return kNone;
  for (std::uint32_t t = run.begin; t > 0 && t + 3 > run.begin; --t) {
    if (article.token(t).sentence_start) return kNone;
    const TokenView& token = article.token(t - 1);
    if (token.run != kNone) return joint == 0 ? kNone : token.run;
    const WordInfo& word = article.word(t - 1);
    if (!word.connector && word.first_letter != '\'') return kNone;
    joint = combine(word.key, joint);
  }
  return kNone;
}

std::uint64_t run_hash(const ArticleView& article, const CapitalRun& run) {
  std::uint64_t h = kGolden;
  const std::uint32_t end = std::min(run.end, run.begin + 8);
  for (std::uint32_t t = run.begin; t < end; ++t) h = combine(h, article.word(t).key);
  return h;
}

// 80–110: the run of capitalised words that the token is in.
void add_run(const ArticleView& article, std::size_t i, const CapitalRun& run, Emitter& emit) {
  const std::uint64_t position = position_in(run, i);
  const WordInfo& first = article.word(run.begin);
  const WordInfo& last = article.word(run.end - 1);
  const std::uint64_t before = key_before(article, run, 1);
  const std::uint64_t behind = key_behind(article, run, 1);
  emit.add(80, position);
  emit.add(81, first.key, position);
  emit.add(82, last.key, position);
  emit.add(83, first.key);
  emit.add(84, last.key);
  emit.add(85, before, position);
  emit.add(86, behind, position);
  emit.add(87, before, behind);
  emit.add(88, before, last.key);
  emit.add(89, behind, last.key);
  emit.add(90, key_before(article, run, 2), before);
  emit.add(91, behind, key_behind(article, run, 2));
  emit.add(92, first.known.classes, last.known.classes, position);
  emit.add(93, first.known.classes, article.word(i).known.classes);
  emit.add(94, last.known.classes, article.word(i).known.classes);
  emit.add(95, run_hash(article, run), position);
  emit.add(96, last.suffix[1], position);
  emit.add(97, first.key, last.key);
  std::uint32_t all = 0;
  for (std::uint32_t t = run.begin; t < std::min(run.end, run.begin + 8); ++t) all |= article.word(t).known.classes;
  constexpr std::uint32_t kTelling = known_as::kFirstName | known_as::kTitle | known_as::kOrgWord | known_as::kGeoWord |
                                     known_as::kDemonym | known_as::kNoName;
  emit.add(106, all & kTelling, position);
  emit.add(107, all & kTelling, article.word(i).known.classes);
  std::uint64_t joint = 0;
  if (const std::uint32_t next = run_behind(article, run, joint); next != kNone) {
    const CapitalRun& other = article.runs()[next];
    emit.add(98, joint, article.word(other.begin).key);
    emit.add(99, joint, article.word(other.end - 1).key, position);
    emit.add(100, joint, last.key, position);
    emit.add(101, joint, article.token(other.begin).name.classes, last.key);
  }
  if (const std::uint32_t previous = run_before(article, run, joint); previous != kNone) {
    const CapitalRun& other = article.runs()[previous];
    emit.add(102, joint, article.word(other.end - 1).key, position);
    emit.add(103, joint, article.word(other.begin).key);
    emit.add(104, joint, article.word(other.end - 1).key, article.word(i).known.classes);
    emit.add(105, joint, article.word(other.begin).known.classes, position);
  }
}

// 112–117: small words between two runs: "of" in "Bank of England".
void add_joint(const ArticleView& article, std::size_t i, const Window& w, Emitter& emit) {
  const auto left = w.has(-1) ? w.token(-1).run : kNone;
  std::uint32_t right = w.has(1) ? w.token(1).run : kNone;
  if (right == kNone && w.has(2) && w.word(1).connector) right = w.token(2).run;
  if (left == kNone || right == kNone) return;
  const CapitalRun& a = article.runs()[left];
  const CapitalRun& b = article.runs()[right];
  const std::uint64_t key = article.word(i).key;
  emit.add(112, key, article.word(a.end - 1).key, article.word(b.begin).key);
  emit.add(113, key, article.word(a.begin).key);
  emit.add(114, key, article.word(a.end - 1).key);
  emit.add(115, key, article.word(b.begin).key);
  emit.add(116, key, article.word(b.end - 1).key);
  emit.add(117, key, article.word(a.end - 1).known.classes, article.word(b.begin).known.classes);
}

}  // namespace

void add_features(const ArticleView& article, std::size_t i, std::vector<std::uint32_t>& out) {
  const Window window(article, i);
  Emitter emit(out);
  add_words(window, emit);
  if (!window.capital(0) && !window.capital(-1) && !window.capital(1)) return;
  add_context(window, emit);
  const std::uint32_t run = article.token(i).run;
  if (run != kNone) {
    add_run(article, i, article.runs()[run], emit);
  } else if (article.word(i).connector || article.word(i).first_letter == '\'') {
    add_joint(article, i, window, emit);
  }
}

}  // namespace dateline::tagging
