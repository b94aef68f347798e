// Bytes of a file → UTF-8 text. Knows encodings and what is no text at all; nothing of articles.
#pragma once

#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace dateline {

// What the bytes look like when they are no text: "a PNG image", "binary data"; "" where they may be text. Looks at the
// first 64 KiB.
std::string_view binary_kind(std::string_view bytes);

// In this order: a byte order mark of UTF-8, UTF-16 or UTF-32 decides; UTF-16 without one, by its zero bytes; valid
// UTF-8 stays as it is; UTF-8 with a few damaged places is repaired; else the encoding is guessed from the bytes,
// Windows-1252 (of which Latin-1 is the part that occurs in text) unless another is likely. Bytes without a meaning
// become U+FFFD. The result is valid UTF-8 without a byte order mark; zero bytes stay. kUnreadable where binary_kind()
// says what it is.
Result<std::string> decode_text(std::string_view bytes);

// The same for a page, whose markup is no reason to refuse it: `declared`, the charset that the page names ("" where
// none), is taken where marks and valid UTF-8 do not decide, if the bytes can be in it.
Result<std::string> decode_page(std::string_view bytes, const std::string& declared);

// Whether it is UTF-16 or UTF-32, with a byte order mark or by its zero bytes.
bool is_wide_text(std::string_view bytes);

// Each byte is a character of Windows-1252; the five without one become U+FFFD.
std::string decode_windows_1252(std::string_view bytes);

}  // namespace dateline
