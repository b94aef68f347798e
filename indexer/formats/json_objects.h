// Cuts the objects that may be articles out of JSON of any size, in one stream: the objects of an array, of an array
// that is called "articles" or the like within objects, or those that follow each other. Looks at brackets and strings
// only; whether an object is valid JSON is found by whoever parses it.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace dateline {

// Receives the bytes of an object, or that one was larger than the limit. False: stop.
struct JsonObjectSink {
  std::function<bool(std::string&& object)> object;
  std::function<bool()> too_large;
};

class JsonObjects {
 public:
  JsonObjects(std::uint64_t limit, const JsonObjectSink& sink) : limit_(limit), sink_(sink) {}
  // The next bytes of the file. False where the sink wants no more, or where there is no JSON (is_json()).
  bool read(std::string_view piece);
  [[nodiscard]] bool is_json() const { return is_json_; }
  [[nodiscard]] bool found_list() const { return list_depth_ > 0; }  // objects come from an array
  [[nodiscard]] bool within_value() const { return depth_ > 0; }     // at the end of the file: it is cut off

 private:
  std::size_t read_string(std::string_view piece, std::size_t at);
  bool take_character(char c);
  void open(char bracket);
  bool close();
  void keep(std::string_view bytes);
  [[nodiscard]] bool opens_list() const;

  std::uint64_t limit_;
  const JsonObjectSink& sink_;
  std::string object_;      // the bytes of the object that is open
  bool kept_ = false;       // such an object is open
  bool too_large_ = false;  // and its bytes are not held any more
  std::uint64_t kept_depth_ = 0;
  std::array<char, 5> brackets_{};  // that are open, the outermost ones
  std::uint64_t depth_ = 0;         // how many are open
  std::uint64_t list_depth_ = 0;    // of the brackets of the array that has the articles; 0: none yet
  std::uint64_t maybe_list_ = 0;    // an array whose first value decides
  bool in_string_ = false;
  bool escaped_ = false;
  bool has_text_ = false;  // the outermost object is an article itself
  bool is_json_ = true;
  std::string last_string_;  // its first bytes; at a colon it is a key
  std::string key_;
};

}  // namespace dateline
