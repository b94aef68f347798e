// Escapes what JSON wants escaped, and nothing else.
#include "query/cli/json_text.h"

#include <utf8proc.h>

#include <algorithm>

namespace dateline::cli {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

std::string escaped_control(unsigned char c) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  return std::string("\\u00") + kDigits[c >> 4U] + kDigits[c & 0x0fU];
}

void append_escaped(std::string& out, char c) {
  if (c == '"' || c == '\\') {
    (out += '\\') += c;
  } else if (c == '\n') {
    out += "\\n";
  } else if (c == '\t') {
    out += "\\t";
  } else if (static_cast<unsigned char>(c) < 0x20) {
    out += escaped_control(static_cast<unsigned char>(c));
  } else {
    out += c;
  }
}

std::string_view code_name(dateline_code code) {
  switch (code) {
    case DATELINE_QUERY:
      return "query";
    case DATELINE_USAGE:
      return "usage";
    case DATELINE_NOT_FOUND:
      return "not_found";
    default:
      return "archive";
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    utf8proc_int32_t code = -1;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (size == 1) append_escaped(out, text.front());
    if (size > 1) out += text.substr(0, static_cast<std::size_t>(size));
    if (size < 1) out += kReplacement;
    text.remove_prefix(static_cast<std::size_t>(std::max<utf8proc_ssize_t>(size, 1)));
  }
  return out + "\"";
}

std::string json_or_null(std::string_view text) {
  return text.empty() ? "null" : json_string(text);
}

std::string json_error(const api::Error& error) {
  std::string out = "{\"code\":" + json_string(code_name(error.code)) + ",\"message\":" + json_string(error.message) +
                    ",\"hint\":" + json_or_null(error.hint) + ",\"position\":";
  if (!error.position) return out + "null}";
  return out + "{\"begin\":" + std::to_string(error.position->begin) +
         ",\"end\":" + std::to_string(error.position->end) + "}}";
}

}  // namespace dateline::cli
