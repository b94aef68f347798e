// Lines are cut at LF, with or without a CR before it.
#include "indexer/formats/header_fields.h"

#include <algorithm>

#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostFields = 1'000;  // a header with more is none; the rest is passed over

// The next line of `rest`, which loses it.
std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// A quoted value from behind its opening quote on; a backslash escapes.
std::string quoted_value(std::string_view text) {
  std::string value;
  for (std::size_t at = 0; at < text.size() && text[at] != '"'; ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) ++at;
    value += text[at];
  }
  return value;
}

// Where the parameter behind `at` begins: behind the next semicolon that stands in no quotes; npos where none is left.
std::size_t next_parameter(std::string_view text, std::size_t at) {
  bool quoted = false;
  for (; at < text.size(); ++at) {
    if (text[at] == '"') quoted = !quoted;
    if (text[at] == '\\' && quoted) ++at;
    if (at < text.size() && text[at] == ';' && !quoted) return at + 1;
  }
  return std::string_view::npos;
}

}  // namespace

HeaderFields HeaderFields::read(std::string_view lines) {
  HeaderFields header;
  while (!lines.empty() && header.fields_.size() < kMostFields) {
    const std::string_view line = take_line(lines);
    if (line.empty()) break;
    if (line.front() == ' ' || line.front() == '\t') {
      if (!header.fields_.empty()) header.fields_.back().value += concat({" ", trim(line)});
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    header.fields_.push_back({std::string(trim(line.substr(0, colon))), std::string(trim(line.substr(colon + 1)))});
  }
  return header;
}

const HeaderFields::Field* HeaderFields::find(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& field) { return equals_ignoring_case(field.name, name); });
  return found == fields_.end() ? nullptr : &*found;
}

std::string_view HeaderFields::value(std::string_view name) const {
  const Field* const field = find(name);
  return field == nullptr ? std::string_view() : std::string_view(field->value);
}

bool HeaderFields::has(std::string_view name) const {
  return find(name) != nullptr;
}

std::optional<std::size_t> header_size(std::string_view bytes) {
  std::string_view rest = bytes;
  while (!rest.empty()) {
    if (rest.find('\n') == std::string_view::npos) return std::nullopt;
    if (take_line(rest).empty()) return bytes.size() - rest.size();
  }
  return std::nullopt;
}

std::string parameter(std::string_view written, std::string_view name) {
  for (std::size_t at = next_parameter(written, 0); at != std::string_view::npos; at = next_parameter(written, at)) {
    const std::string_view rest = written.substr(at);
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) break;
    if (!equals_ignoring_case(trim(rest.substr(0, equals)), name)) continue;
    const std::string_view value = trim(rest.substr(equals + 1));
    if (value.starts_with('"')) return quoted_value(value.substr(1));
    return std::string(trim(value.substr(0, value.find(';'))));
  }
  return {};
}

MediaType read_media_type(std::string_view written) {
  return {.type = to_lower_ascii(trim(written.substr(0, written.find(';')))),
          .charset = to_lower_ascii(parameter(written, "charset")),
          .boundary = parameter(written, "boundary")};
}

}  // namespace dateline
