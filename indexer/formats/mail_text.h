// What mail does to text so that it passes as ASCII: quoted-printable, base64 (RFC 2045) and encoded words in headers
// (RFC 2047). Knows no structure of messages.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// What is damaged stays as it is written; nothing is refused.
std::string decode_quoted_printable(std::string_view text);
std::string decode_base64(std::string_view text);

// "=?UTF-8?Q?Caf=C3=A9?= reopens" → "Café reopens". Valid UTF-8, whatever was written.
std::string decode_header(std::string_view written);

// Bytes in the charset of that name, in lower case; it is guessed where the name is no charset or cannot be theirs.
std::string decode_mail_charset(std::string_view bytes, const std::string& charset);

}  // namespace dateline
