// MIME (RFC 2045, 2046). The parts of a message lie in each other as their boundaries say; a list of what is left to
// look at takes the place of recursion, so that nesting costs no stack.
#include "indexer/formats/mail_message.h"

#include <algorithm>
#include <vector>

#include "indexer/formats/mail_text.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

constexpr std::size_t kMostParts = 1'000;
constexpr std::size_t kDeepest = 10;

struct Pending {
  std::string_view bytes;  // header and body
  std::size_t depth = 0;
};

std::string decode_body(std::string_view body, std::string_view encoding) {
  const std::string name = to_lower_ascii(trim(encoding));
  if (name == "quoted-printable") return decode_quoted_printable(body);
  if (name == "base64") return decode_base64(body);
  return std::string(body);
}

// Where the next line that is "--boundary" begins, from `at` on; npos where there is none.
std::size_t find_boundary(std::string_view body, std::string_view mark, std::size_t at) {
  for (at = body.find(mark, at); at != std::string_view::npos; at = body.find(mark, at + 1)) {
    if (at == 0 || body[at - 1] == '\n') return at;
  }
  return std::string_view::npos;
}

// The parts between boundaries; the last one may have lost its end.
std::vector<std::string_view> parts_of(std::string_view body, std::string_view boundary) {
  std::vector<std::string_view> parts;
  const std::string mark = concat({"--", boundary});
  std::size_t at = find_boundary(body, mark, 0);
  while (at != std::string_view::npos && parts.size() < kMostParts) {
    if (body.substr(at + mark.size()).starts_with("--")) break;
    const std::size_t line_end = body.find('\n', at);
    if (line_end == std::string_view::npos) break;
    const std::size_t next = find_boundary(body, mark, line_end + 1);
    parts.push_back(body.substr(line_end + 1, std::min(next, body.size()) - line_end - 1));
    at = next;
  }
  return parts;
}

bool is_attachment(const HeaderFields& header) {
  return to_lower_ascii(header.value("Content-Disposition")).starts_with("attachment");
}

void take_part(const HeaderFields& header, const MediaType& type, std::string_view body, MailMessage& message) {
  const bool html = type.type == "text/html";
  if (!html && type.type != "text/plain" && !type.type.empty()) return;
  MailPart& part = html ? message.html : message.text;
  if (part.found || is_attachment(header)) return;
  part.bytes = decode_body(body, header.value("Content-Transfer-Encoding"));
  part.charset = type.charset;
  part.found = !trim(part.bytes).empty();
}

}  // namespace

MailMessage read_message(std::string_view bytes) {
  MailMessage message;
  std::vector<Pending> pending = {{bytes, 0}};
  for (std::size_t looked_at = 0; !pending.empty() && looked_at < kMostParts; ++looked_at) {
    const Pending part = pending.back();
    pending.pop_back();
    const std::size_t header_end = header_size(part.bytes).value_or(part.bytes.size());
    auto header = HeaderFields::read(part.bytes.substr(0, header_end));
    const std::string_view body = part.bytes.substr(header_end);
    const MediaType type = read_media_type(header.value("Content-Type"));
    if (type.type.starts_with("multipart/") && !type.boundary.empty()) {
      auto parts = part.depth < kDeepest ? parts_of(body, type.boundary) : std::vector<std::string_view>();
      for (auto inner = parts.rbegin(); inner != parts.rend(); ++inner) pending.push_back({*inner, part.depth + 1});
    } else {
      take_part(header, type, body, message);
    }
    if (looked_at == 0) message.header = std::move(header);
  }
  return message;
}

}  // namespace dateline
