// The tables. Compared without case and without final punctuation; apostrophes are ASCII here and curly ones are taken
// for them.
#include "indexer/cleaning/furniture_rules.h"

#include <algorithm>
#include <string>

#include "indexer/cleaning/words.h"
#include "shared/base/strings.h"
#include "shared/text/sentences.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestFurniture = 160;
constexpr std::size_t kLongestNote = 600;
constexpr std::size_t kLongestAddressLine = 60;

constexpr std::string_view kFurniture[] = {
    "skip to content",
    "skip to main content",
    "skip to navigation",
    "skip to main navigation",
    "skip to primary content",
    "skip to footer",
    "skip to search",
    "skip advertisement",
    "jump to content",
    "jump to navigation",
    "advertisement",
    "advertisment",
    "sponsored content",
    "story continues below advertisement",
    "story continues below",
    "story continues after advertisement",
    "article continues below",
    "article continues below this ad",
    "article continues after advertisement",
    "article continues after sponsor message",
    "advertisement - scroll to continue",
    "continue reading the main story",
    "continue reading below",
    "scroll down to continue reading",
    "this is a developing story",
    "this is a developing story and will be updated",
    "this is a breaking news story and will be updated",
    "this story is developing and will be updated",
    "this story will be updated",
    "show more",
    "load more",
    "loading",
    "back to top",
    "return to top",
    "listen to this article",
    "listen to article",
    "give this article",
    "print this article",
    "email this article",
    "share this article",
    "share this story",
    "share this post",
    "share full article",
    "share this",
    "click to copy link",
    "subscribe to our newsletter",
    "sign up for our newsletter",
    "sign up here",
    "subscribe now",
    "log in",
    "sign in",
    "cookie settings",
    "accept all cookies",
    "all rights reserved",
    "toggle navigation",
    "toggle menu",
    "open menu",
    "close menu",
    "close this dialog window",
    "enable javascript to view this page",
};

constexpr std::string_view kShare[] = {
    "share",    "tweet",     "facebook", "twitter",  "x",         "email",     "e-mail",      "print",
    "whatsapp", "linkedin",  "reddit",   "telegram", "pinterest", "copy link", "link copied", "messenger",
    "threads",  "bluesky",   "mastodon", "comments", "save",      "follow",    "instagram",   "youtube",
    "tumblr",   "flipboard", "menu",     "search",   "home",      "subscribe", "log in"};

constexpr std::string_view kAddressHeadings[] = {"physical address", "mailing address", "postal address", "our address",
                                                 "office address",   "street address",  "address"};

constexpr std::string_view kStreets[] = {"street", "st",   "avenue",  "ave",   "road",    "rd",    "boulevard",
                                         "blvd",   "lane", "ln",      "drive", "dr",      "court", "ct",
                                         "place",  "pl",   "square",  "sq",    "highway", "hwy",   "parkway",
                                         "pkwy",   "way",  "terrace", "suite", "floor",   "plaza"};

constexpr std::string_view kCommentHeadings[] = {"leave a reply",
                                                 "leave a reply cancel reply",
                                                 "cancel reply",
                                                 "leave a comment",
                                                 "leave a comment cancel reply",
                                                 "leave your comment",
                                                 "post a comment",
                                                 "add a comment",
                                                 "join the conversation",
                                                 "join the discussion",
                                                 "write a comment"};

constexpr std::string_view kCommentForm[] = {
    "comment",
    "name",
    "email",
    "e-mail",
    "website",
    "your name",
    "your email",
    "your comment",
    "post comment",
    "submit comment",
    "submit",
    "save my name, email, and website in this browser for the next time i comment",
    "this site uses akismet to reduce spam. learn how your comment data is processed",
    "notify me of follow-up comments by email",
    "notify me of new posts by email",
    "required fields are marked",
    "δ"};

// Lower case, straight apostrophes, without white space, stars, colons and full stops at the end.
std::string plain_form(std::string_view line) {
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    if (line.substr(at).starts_with("’")) {
      plain += '\'';
      at += 3;
    } else {
      plain += line[at++];
    }
  }
  plain = to_lower_ascii(trim(plain));
  while (!plain.empty() && std::string_view(" .:*…!").find(plain.back()) != std::string_view::npos) plain.pop_back();
  return plain;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// "This story has been updated with additional information.": words of a note about changes, and no others. A note that
// says what was corrected stays.
bool is_update_note(std::string_view plain) {
  constexpr std::string_view kSubjects[] = {"this story", "this article", "this report", "this post", "this page"};
  constexpr std::string_view kVerbs[] = {" has been updated", " was updated", " is being updated",
                                         " has been updated throughout"};
  constexpr std::string_view kTails[] = {"",
                                         " with additional information",
                                         " with additional reporting",
                                         " with additional details",
                                         " with new information",
                                         " with new developments",
                                         " with more information",
                                         " with more details",
                                         " with further details",
                                         " with additional developments"};
  while (plain.starts_with('(') || plain.starts_with('*')) plain.remove_prefix(1);
  while (plain.ends_with(')') || plain.ends_with('.')) plain.remove_suffix(1);
  for (const std::string_view subject : kSubjects) {
    for (const std::string_view verb : kVerbs) {
      if (!plain.starts_with(subject) || !plain.substr(subject.size()).starts_with(verb)) continue;
      if (is_one_of(plain.substr(subject.size() + verb.size()), kTails)) return true;
    }
  }
  return false;
}

// "Sign up for CNN's Wonder Theory newsletter", as a line of its own
bool is_sign_up_line(std::string_view plain) {
  const bool asks = plain.starts_with("sign up ") || plain.starts_with("subscribe ") || plain.starts_with("get our ") ||
                    plain.starts_with("(sign up ");
  return asks && (contains(plain, "newsletter") || contains(plain, "inbox"));
}

// "4 min read", "3 minute read"
bool is_reading_time(std::string_view plain) {
  const auto words = words_of(plain);
  return words.size() == 3 && words[2] == "read" && (words[1] == "min" || words[1] == "minute" || words[1] == "mins") &&
         words[0].find_first_not_of("0123456789") == std::string_view::npos;
}

// "Click to share on Facebook (Opens in new window)"
bool is_share_button(std::string_view plain) {
  return plain.starts_with("click to share on ") || plain.starts_with("click to email ") ||
         plain.starts_with("click to print ") || (plain.starts_with("share on ") && words_of(plain).size() <= 4);
}

bool is_note_start(std::string_view plain) {
  return plain.starts_with("editor's note") || plain.starts_with("editors' note") ||
         plain.starts_with("(editor's note");
}

// A sentence about newsletters and versions, not about the story's matter.
bool is_newsletter_sentence(std::string_view sentence) {
  const std::string plain = plain_form(sentence);
  const bool offers = contains(plain, "sign up") || contains(plain, "subscribe");
  const bool version = contains(plain, "version of this story") || contains(plain, "version of this article") ||
                       contains(plain, "story first appeared") || contains(plain, "story originally appeared");
  return version || (offers && (contains(plain, "newsletter") || contains(plain, "here") || plain.size() < 20));
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789-") == std::string_view::npos;
}

std::string_view bare_word(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
  return word;
}

// "304 North Cardinal St.", "P.O. Box 12"
bool is_street_line(std::string_view line) {
  if (line.size() > kLongestAddressLine) return false;
  const auto words = words_of(line);
  if (words.size() < 2 || words.size() > 8) return false;
  const std::string plain = to_lower_ascii(line);
  if (plain.starts_with("p.o. box ") || plain.starts_with("po box ")) return true;
  const bool street = std::any_of(words.begin() + 1, words.end(),
                                  [](std::string_view word) { return is_one_of(bare_word(word), kStreets); });
  return words[0][0] >= '0' && words[0][0] <= '9' && street;
}

// "Dorchester Center, MA 02124"
bool is_town_line(std::string_view line) {
  if (line.size() > kLongestAddressLine) return false;
  const auto words = words_of(line);
  if (words.size() < 2 || words.size() > 7 || !is_number(words.back())) return false;
  const std::string_view state = words[words.size() - 2];
  const bool two_capitals =
      state.size() == 2 && state[0] >= 'A' && state[0] <= 'Z' && state[1] >= 'A' && state[1] <= 'Z';
  return two_capitals && words.size() >= 3 && words.back().size() >= 5;
}

}  // namespace

bool is_furniture_line(std::string_view line) {
  if (line.size() > kLongestFurniture) return false;
  const std::string plain = plain_form(line);
  return is_one_of(plain, kFurniture) || is_update_note(plain) || is_sign_up_line(plain) || is_reading_time(plain) ||
         is_share_button(plain);
}

bool is_share_line(std::string_view line) {
  return line.size() < 20 && is_one_of(plain_form(line), kShare);
}

std::size_t newsletter_note_end(std::string_view line) {
  if (!is_note_start(plain_form(line.substr(0, 40)))) return 0;
  std::size_t end = 0;
  for (const Sentence& sentence : split_sentences(line.substr(0, kLongestNote))) {
    if (is_newsletter_sentence(line.substr(sentence.begin, sentence.end - sentence.begin))) end = sentence.end;
  }
  return end;
}

std::size_t address_lines(std::span<const std::string_view> lines) {
  const bool headed = !lines.empty() && lines.front().size() <= kLongestAddressLine &&
                      is_one_of(plain_form(lines.front()), kAddressHeadings);
  const std::size_t first = headed ? 1 : 0;
  std::size_t end = first;
  bool town = false;
  while (end < lines.size() && !town && (is_street_line(lines[end]) || is_town_line(lines[end]))) {
    town = is_town_line(lines[end]);
    ++end;
  }
  if (end == first) return 0;
  return headed || (town && end - first >= 2) ? end : 0;
}

bool is_comment_heading(std::string_view line) {
  return line.size() < 60 && is_one_of(plain_form(line), kCommentHeadings);
}

bool is_comment_notice(std::string_view line) {
  return line.size() < kLongestFurniture && plain_form(line).starts_with("your email address will not be published");
}

bool is_comment_form_line(std::string_view line) {
  return line.size() < kLongestFurniture &&
         (is_comment_notice(line) || is_comment_heading(line) || is_one_of(plain_form(line), kCommentForm));
}

}  // namespace dateline
