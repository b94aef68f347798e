// One message of mail → its header and the part of it that is the text: HTML where it has some, else plain text.
// Attachments and what is nested too deep are passed over. Knows no articles.
#pragma once

#include <string>
#include <string_view>

#include "indexer/formats/header_fields.h"

namespace dateline {

struct MailPart {
  std::string bytes;    // decoded; in the charset of `charset`
  std::string charset;  // in lower case; "" where none is named
  bool found = false;
};

struct MailMessage {
  HeaderFields header;
  MailPart html;
  MailPart text;
};

MailMessage read_message(std::string_view bytes);

}  // namespace dateline
