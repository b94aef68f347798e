// Header fields as mail, HTTP and WARC write them: "Name: value", one a line, folded lines joined. Knows no meaning of
// any field but the shape of a media type.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

class HeaderFields {
 public:
  // The lines up to the first blank one or the end. What has no colon is passed over.
  static HeaderFields read(std::string_view lines);
  // The first value of that name, in whatever case it is written; "" where there is none.
  [[nodiscard]] std::string_view value(std::string_view name) const;
  [[nodiscard]] bool has(std::string_view name) const;
  [[nodiscard]] std::size_t count() const { return fields_.size(); }

 private:
  struct Field {
    std::string name, value;
  };
  [[nodiscard]] const Field* find(std::string_view name) const;
  std::vector<Field> fields_;
};

// Where a header ends: the bytes up to and with its blank line; nullopt where there is none.
std::optional<std::size_t> header_size(std::string_view bytes);

// "Text/HTML; charset=UTF-8": the type in lower case, parameters as they are asked for.
struct MediaType {
  std::string type;      // "text/html"; "" where none was given
  std::string charset;   // in lower case; "" where none was given
  std::string boundary;  // of a multipart
};
MediaType read_media_type(std::string_view written);
// A parameter of a field's value: parameter("attachment; filename=a.txt", "filename") → "a.txt".
std::string parameter(std::string_view written, std::string_view name);

}  // namespace dateline
