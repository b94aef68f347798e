// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (Algorithmica 1, 1986), section 4b: the edit path is
// searched from both ends, split where they meet, and both halves are searched alike, in linear space. Debian's dtl is not
// used: it keeps up to two million points of its search in memory, and cannot be told to give up earlier.
#include "query/engine/word_diff.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

// A word, or the line ends between two words. White space behind a word belongs to it, but is not compared.
struct Token {
  std::string_view compared;
  std::size_t begin = 0, end = 0;  // bytes of the text, white space behind it included
  [[nodiscard]] bool is_word() const { return compared.front() != '\n'; }
};

std::vector<Token> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = tokens.empty() ? 0 : at;  // white space before the first word is the first word's
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at == text.size()) break;
    const std::size_t from = at;
    const bool line_end = text[at] == '\n';
    while (at < text.size() && !is_blank(text[at]) && (text[at] == '\n') == line_end) ++at;
    tokens.push_back({text.substr(from, at - from), begin, at});
    while (at < text.size() && is_blank(text[at])) ++at;
    tokens.back().end = at;
  }
  return tokens;
}

using Symbols = std::vector<std::uint32_t>;

// One side: its tokens as numbers, and which of them have no partner on the other side.
struct Side {
  Symbols symbols;
  std::vector<char> is_changed;
  Symbols common;                     // those that the other side has too, anywhere
  std::vector<std::size_t> position;  // of each of `common` in `symbols`
};

Side side_of(const std::vector<Token>& tokens, std::unordered_map<std::string_view, std::uint32_t>& numbers) {
  Side side;
  side.symbols.reserve(tokens.size());
  for (const Token& token : tokens) {
    side.symbols.push_back(
        numbers.try_emplace(token.compared, static_cast<std::uint32_t>(numbers.size())).first->second);
  }
  side.is_changed.assign(tokens.size(), 0);
  return side;
}

// A word that the other text does not have is changed for certain. Without such words the search is shorter, and what
// it finds is as good.
void set_apart(Side& side, const Side& other, std::size_t symbols) {
  std::vector<char> is_there(symbols, 0);
  for (const std::uint32_t symbol : other.symbols) is_there[symbol] = 1;
  for (std::size_t i = 0; i < side.symbols.size(); ++i) {
    if (is_there[side.symbols[i]] == 0) {
      side.is_changed[i] = 1;
      continue;
    }
    side.common.push_back(side.symbols[i]);
    side.position.push_back(i);
  }
}

using Index = std::ptrdiff_t;
struct Box {  // of the edit graph: before[x_begin, x_end) against after[y_begin, y_end)
  Index x_begin, x_end, y_begin, y_end;
};
struct Point {
  Index x, y;
};

class EditPath {
 public:
  EditPath(Side& before, Side& after)
      : before_(before), after_(after), a_(before.common), b_(after.common), origin_(std::ssize(b_) + 1) {
    const auto diagonals = static_cast<std::size_t>(std::ssize(a_) + std::ssize(b_) + 3);
    forward_.resize(diagonals);
    backward_.resize(diagonals);
  }

  void mark_changes() {
    std::vector<Box> boxes = {{0, std::ssize(a_), 0, std::ssize(b_)}};
    while (!boxes.empty()) {
      Box box = boxes.back();
      boxes.pop_back();
      trim(box);
      if (box.x_begin == box.x_end || box.y_begin == box.y_end) {
        mark(box);
        continue;
      }
      const Point split = meet(box);
      boxes.push_back({box.x_begin, split.x, box.y_begin, split.y});
      boxes.push_back({split.x, box.x_end, split.y, box.y_end});
    }
  }

 private:
  // Changes on one half of a path. Beyond, the farthest point that was reached is taken for a point of the path. With
  // this bound texts of 1 MB that have nothing but frequent words in common take a second at most.
  static constexpr Index kMostCost = 256;

  [[nodiscard]] bool same(Index x, Index y) const {
    return a_[static_cast<std::size_t>(x)] == b_[static_cast<std::size_t>(y)];
  }
  // How far it was come on a diagonal (x - y).
  Index& forward(Index diagonal) { return forward_[static_cast<std::size_t>(diagonal + origin_)]; }
  Index& backward(Index diagonal) { return backward_[static_cast<std::size_t>(diagonal + origin_)]; }

  void trim(Box& box) const {
    while (box.x_begin < box.x_end && box.y_begin < box.y_end && same(box.x_begin, box.y_begin)) {
      ++box.x_begin;
      ++box.y_begin;
    }
    while (box.x_begin < box.x_end && box.y_begin < box.y_end && same(box.x_end - 1, box.y_end - 1)) {
      --box.x_end;
      --box.y_end;
    }
  }

  void mark(const Box& box) {
    for (Index x = box.x_begin; x < box.x_end; ++x)
      before_.is_changed[before_.position[static_cast<std::size_t>(x)]] = 1;
    for (Index y = box.y_begin; y < box.y_end; ++y) after_.is_changed[after_.position[static_cast<std::size_t>(y)]] = 1;
  }

  // The diagonals that one end has reached: lowest and highest, in steps of two.
  struct Reach {
    Index low, high;
  };
  // One change more, where the box has room for it. What lies beyond counts as not reached.
  void widen(Reach& reach, Index lowest, Index highest, bool is_forward) {
    const Index none = is_forward ? -1 : std::numeric_limits<Index>::max();
    auto& row = is_forward ? forward_ : backward_;
    const auto at = [&](Index diagonal) -> Index& { return row[static_cast<std::size_t>(diagonal + origin_)]; };
    if (reach.low > lowest) {
      --reach.low;
      at(reach.low - 1) = none;
    } else {
      ++reach.low;
    }
    if (reach.high < highest) {
      ++reach.high;
      at(reach.high + 1) = none;
    } else {
      --reach.high;
    }
  }

  Index go_forward(Index diagonal, const Box& box) {
    const Index below = forward(diagonal - 1), above = forward(diagonal + 1);
    Index x = below < above ? above : below + 1;
    while (x < box.x_end && x - diagonal < box.y_end && same(x, x - diagonal)) ++x;
    return forward(diagonal) = x;
  }
  Index go_backward(Index diagonal, const Box& box) {
    const Index below = backward(diagonal - 1), above = backward(diagonal + 1);
    Index x = below < above ? below : above - 1;
    while (x > box.x_begin && x - diagonal > box.y_begin && same(x - 1, x - 1 - diagonal)) --x;
    return backward(diagonal) = x;
  }

  // A point of the path that divides the box. Neither of its corners: both sides of it have something, and nothing is
  // the same at their ends (trim).
  Point meet(const Box& box) {
    const Index lowest = box.x_begin - box.y_end, highest = box.x_end - box.y_begin;
    const Index first = box.x_begin - box.y_begin, last = box.x_end - box.y_end;
    const bool odd = ((first - last) & 1) != 0;
    Reach ahead{first, first}, back{last, last};
    forward(first) = box.x_begin;
    backward(last) = box.x_end;
    for (Index cost = 1;; ++cost) {
      widen(ahead, lowest, highest, true);
      for (Index d = ahead.high; d >= ahead.low; d -= 2) {
        const Index x = go_forward(d, box);
        if (odd && back.low <= d && d <= back.high && backward(d) <= x) return {x, x - d};
      }
      widen(back, lowest, highest, false);
      for (Index d = back.high; d >= back.low; d -= 2) {
        const Index x = go_backward(d, box);
        if (!odd && ahead.low <= d && d <= ahead.high && x <= forward(d)) return {x, x - d};
      }
      if (cost >= kMostCost) return farthest(box, ahead);
    }
  }

  Point farthest(const Box& box, const Reach& reach) {
    Point best{box.x_begin, box.y_begin};
    for (Index d = reach.high; d >= reach.low; d -= 2) {
      Index x = std::min(forward(d), box.x_end);
      if (x - d > box.y_end) x = box.y_end + d;
      if (x + (x - d) > best.x + best.y) best = {x, x - d};
    }
    return best;
  }

  Side& before_;
  Side& after_;
  const Symbols& a_;
  const Symbols& b_;
  Index origin_;
  std::vector<Index> forward_, backward_;
};

// Puts the texts of neighbouring tokens together.
class PartList {
 public:
  void add(DiffKind kind, std::string_view text) {
    if (parts_.empty() || parts_.back().kind != kind) parts_.push_back({kind, {}});
    parts_.back().text += text;
  }
  std::vector<DiffPart> take() { return std::move(parts_); }

 private:
  std::vector<DiffPart> parts_;
};

}  // namespace

WordDiff diff_words(std::string_view before, std::string_view after) {
  const std::vector<Token> old_tokens = tokens_of(before), new_tokens = tokens_of(after);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  Side old_side = side_of(old_tokens, numbers), new_side = side_of(new_tokens, numbers);
  set_apart(old_side, new_side, numbers.size());
  set_apart(new_side, old_side, numbers.size());
  EditPath(old_side, new_side).mark_changes();

  WordDiff diff;
  PartList parts;
  const auto text_of = [](std::string_view text, const Token& token) {
    return text.substr(token.begin, token.end - token.begin);
  };
  std::size_t x = 0, y = 0;
  while (x < old_tokens.size() || y < new_tokens.size()) {
    for (; x < old_tokens.size() && old_side.is_changed[x] != 0; ++x) {
      parts.add(DiffKind::kRemoved, text_of(before, old_tokens[x]));
      if (old_tokens[x].is_word()) ++diff.removed;
    }
    for (; y < new_tokens.size() && new_side.is_changed[y] != 0; ++y) {
      parts.add(DiffKind::kAdded, text_of(after, new_tokens[y]));
      if (new_tokens[y].is_word()) ++diff.added;
    }
    for (; x < old_tokens.size() && y < new_tokens.size() && old_side.is_changed[x] == 0 && new_side.is_changed[y] == 0;
         ++x, ++y) {
      parts.add(DiffKind::kSame, text_of(after, new_tokens[y]));
    }
  }
  diff.parts = parts.take();
  return diff;
}

}  // namespace dateline
