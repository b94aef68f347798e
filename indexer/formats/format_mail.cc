// Mail: newsletters as mbox folders and single messages (.eml). One message is one article; what in it is furniture,
// cleaning decides.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/cleaning/clean_page_text.h"
#include "indexer/cleaning/person_names.h"
#include "indexer/cleaning/publishers.h"
#include "indexer/formats/article_format.h"
#include "indexer/formats/format_tools.h"
#include "indexer/formats/line_reader.h"
#include "indexer/formats/mail_message.h"
#include "indexer/formats/mail_text.h"
#include "indexer/formats/page_article.h"
#include "shared/base/strings.h"

namespace dateline {
namespace {

// "From jane@a.example Fri Aug 16 10:00:00 2024", which is before each message of a folder.
bool begins_message(std::string_view line) {
  constexpr std::string_view kMark = "From ";
  if (!line.starts_with(kMark)) return false;
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && line.find(' ', kMark.size()) < colon;
}

bool is_mail_header(std::string_view head, bool named) {
  const auto header = HeaderFields::read(head);
  const bool sent = header.has("From") && (header.has("Date") || header.has("Subject"));
  return sent && (named || header.has("Message-ID") || header.has("MIME-Version") || header.has("Received"));
}

// "Jane Doe <jane@a.example>" → "Jane Doe"; an address alone stays as it is.
std::string sender_of(std::string_view from) {
  const std::string decoded = decode_header(from);
  std::string name = normalize_line(std::string_view(decoded).substr(0, decoded.find('<')));
  if (name.size() > 1 && name.front() == '"' && name.back() == '"')
    name = normalize_line(name.substr(1, name.size() - 2));
  return name.empty() ? normalize_line(decoded) : name;
}

// A newsletter's sender is mostly a paper, now and then a person.
bool is_person(std::string_view sender) {
  constexpr std::string_view kWordsOfPapers[] = {
      "the",       "news",     "newsletter", "newsletters", "times",     "post",     "herald",      "daily",
      "weekly",    "journal",  "gazette",    "tribune",     "chronicle", "press",    "media",       "magazine",
      "review",    "briefing", "wire",       "editor",      "editors",   "team",     "today",       "morning",
      "evening",   "digest",   "alerts",     "alert",       "report",    "bulletin", "observer",    "guardian",
      "telegraph", "courier",  "standard",   "network",     "radio",     "tv",       "desk",        "ledger",
      "mail",      "express",  "globe",      "star",        "sun",       "mirror",   "independent", "monitor",
      "update",    "updates"};
  if (!looks_like_name(sender) || !known_publisher(sender).empty()) return false;
  for (const std::string_view word : split(sender, ' ')) {
    const std::string plain = to_lower_ascii(word);
    if (std::find(std::begin(kWordsOfPapers), std::end(kWordsOfPapers), plain) != std::end(kWordsOfPapers))
      return false;
  }
  return true;
}

Result<Article> read_body(const MailMessage& message) {
  if (message.html.found) {
    auto page = article_of_page(message.html.bytes, {.charset = message.html.charset});
    if (page || !message.text.found) return page;
  }
  if (!message.text.found) return unreadable("a message without a text");
  Article article = clean_page_text(decode_mail_charset(message.text.bytes, message.text.charset));
  if (article.text.empty()) return unreadable("a message without a text");
  return article;
}

void set(Article& article, std::string_view field, std::string_view from) {
  std::erase_if(article.origins, [&](const FieldOrigin& origin) { return origin.field == field; });
  article.origins.push_back({std::string(field), std::string(from)});
}

// What the header says comes before what the text says.
void take_header(const HeaderFields& header, Article& article) {
  if (std::string subject = normalize_line(decode_header(header.value("Subject"))); !subject.empty()) {
    article.title = std::move(subject);
    article.title_made = false;
    set(article, "title", "Subject");
  }
  if (const auto date = parse_date(header.value("Date"))) {
    article.published = *date;
    set(article, "published", "Date");
  }
  if (const std::string sender = sender_of(header.value("From")); !sender.empty()) {
    article.source = sender;
    set(article, "source", "From");
    if (article.authors.empty() && is_person(sender)) {
      article.authors = {sender};
      set(article, "authors", "From");
    }
  }
}

class Mail final : public ArticleFormat {
 public:
  [[nodiscard]] std::string_view name() const override { return "mail"; }

  [[nodiscard]] int claims(std::string_view head, std::string_view path) const override {
    const std::size_t line_end = std::min(head.find('\n'), head.size());
    if (begins_message(head.substr(0, line_end))) {
      return is_mail_header(head.substr(std::min(line_end + 1, head.size())), true) ? 96 : 0;
    }
    return is_mail_header(head, path.ends_with(".eml")) ? 90 : 0;
  }

  Result<void> split(ByteSource& source, const std::string& path, const ReadLimits& limits,
                     const RecordSink& sink) const override {
    LineReader lines(source, limits.record_bytes);
    RawRecord message{this, path, 1, {}};
    bool too_large = false;
    const auto give = [&] {
      const std::uint64_t number = message.record;
      RawRecord whole = std::exchange(message, RawRecord{this, path, number + 1, {}});
      if (std::exchange(too_large, false)) return sink.rejection({path, number, message_too_large(limits)});
      return trim(whole.bytes).empty() || sink.record(std::move(whole));
    };
    bool behind_blank = true;
    for (std::string line;;) {
      auto outcome = lines.next(line);
      if (!outcome) return std::move(outcome).error();
      if (*outcome == LineReader::Outcome::kEnd) break;
      if (behind_blank && begins_message(line)) {
        if (lines.line_number() > 1 && !give()) return {};
        behind_blank = false;
        continue;
      }
      behind_blank = line.empty();
      const std::size_t quoted = line.find_first_not_of('>');
      if (quoted != 0 && quoted != std::string::npos && line.compare(quoted, 5, "From ") == 0) line.erase(0, 1);
      too_large = too_large || *outcome == LineReader::Outcome::kTooLong ||
                  message.bytes.size() + line.size() >= limits.record_bytes;
      if (too_large) {
        std::string().swap(message.bytes);
      } else {
        message.bytes += line;
        message.bytes += '\n';
      }
    }
    give();
    return {};
  }

  [[nodiscard]] Result<Article> parse(const RawRecord& record) const override {
    const MailMessage message = read_message(record.bytes);
    auto read = read_body(message);
    if (!read) return read;
    take_header(message.header, *read);
    const std::string id = normalize_line(decode_header(message.header.value("Message-ID")));
    read->key = id.empty() ? concat({key_of_path(record.path), "#", std::to_string(record.record)}) : id;
    read->path = record.path;
    read->record = record.record;
    set(*read, "id", id.empty() ? "path" : "Message-ID");
    note_origins(*read, "text");
    return read;
  }

 private:
  static Error message_too_large(const ReadLimits& limits) {
    return unreadable(
        concat({"a message of more than ", with_thousands(limits.record_bytes), " bytes, too large for one article"}));
  }
};

}  // namespace

const ArticleFormat& mail_format() {
  static const Mail format;
  return format;
}

}  // namespace dateline
