// One pass over the text, as the query's lexer reads it, that forgives what is not finished.
#include "query/engine/complete_input.h"

#include <vector>

#include "query/parser/field_names.h"

namespace dateline {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Bytes of the quote at `at`, straight or curly; 0 for none.
std::size_t quote_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with('"')) return 1;
  return rest.starts_with("\u201C") || rest.starts_with("\u201D") ? 3 : 0;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  BegunInput read() {
    while (at_ < text_.size()) read_one();
    return last_;
  }

 private:
  using FieldPlace = std::optional<std::size_t>;

  [[nodiscard]] FieldPlace field_around() const { return groups_.empty() ? FieldPlace() : groups_.back(); }

  // A space, a parenthesis, a sign, or a word with what belongs to it.
  void read_one() {
    const char c = text_[at_];
    if (is_space(c) || c == '-' || c == '+') return skip();
    if (c == '(') return groups_.push_back(field_around()), skip();
    if (c == ')') {
      if (!groups_.empty()) groups_.pop_back();
      return skip();
    }
    read_word();
  }

  void skip() {
    ++at_;
    last_ = {.begin = at_, .field = field_around(), .field_text = {}, .quoted = false, .value = text_.substr(at_)};
  }

  void read_word() {
    last_ = {.begin = at_, .field = field_around(), .field_text = {}, .quoted = false, .value = {}};
    read_field();
    if (at_ < text_.size() && text_[at_] == '(') {
      groups_.push_back(last_.field);
      return skip();
    }
    if (const std::size_t quote = at_ < text_.size() ? quote_at(text_, at_) : 0; quote != 0) return read_quoted(quote);
    const std::size_t begin = at_;
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '(' && text_[at_] != ')') ++at_;
    last_.value = text_.substr(begin, at_ - begin);
  }

  void read_field() {
    std::size_t end = at_;
    while (end < text_.size() && ((text_[end] | 0x20) >= 'a' && (text_[end] | 0x20) <= 'z')) ++end;
    if (end == text_.size() || text_[end] != ':') return;
    const FieldPlace field = find_field(text_.substr(at_, end - at_));
    if (!field) return;
    ++end;
    if (end < text_.size() && text_[end] == '=') ++end;
    last_.field = field;
    last_.field_text = text_.substr(at_, end - at_);
    at_ = end;
  }

  void read_quoted(std::size_t quote) {
    at_ += quote;
    const std::size_t begin = at_;
    while (at_ < text_.size() && quote_at(text_, at_) == 0) ++at_;
    last_.value = text_.substr(begin, at_ - begin);
    last_.quoted = true;
    if (at_ == text_.size()) return;
    at_ += quote_at(text_, at_);  // closed: there is nothing to complete
    last_ = {.begin = at_, .field = {}, .field_text = {}, .quoted = false, .value = text_.substr(at_)};
    while (at_ < text_.size() && !is_space(text_[at_]) && text_[at_] != '(' && text_[at_] != ')') ++at_;
    last_.begin = at_;
    last_.value = text_.substr(at_);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<FieldPlace> groups_;  // the field before each open parenthesis
  BegunInput last_;
};

}  // namespace

BegunInput begun_input(std::string_view text) {
  return Reader(text).read();
}

}  // namespace dateline
