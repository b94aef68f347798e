// The bytes 0x80–0x9F as Windows-1252 means them: quotes, dashes, the euro sign.
#pragma once

namespace dateline {

// Code point of a byte of Windows-1252; U+FFFD for 81, 8D, 8F, 90 and 9D, which have none. Below 80 and from A0 on it
// is the byte itself, as in Latin-1.
char32_t windows_1252_code_point(unsigned char byte);

}  // namespace dateline
