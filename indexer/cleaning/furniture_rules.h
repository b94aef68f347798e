// What surrounds a story on a saved page and is not it: tables of lines and the rules for those with variable words.
// Each rule is for a line of its own; none takes a part of a paragraph.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace dateline {

// "Skip to content", "Advertisement", "This story has been updated."
bool is_furniture_line(std::string_view line);

// "Share", "Facebook", "Copy link": furniture only where several stand one after the other, since one alone may be a
// heading of the story.
bool is_share_line(std::string_view line);

// Where the note ends that a line begins with and that is about newsletters or other versions of the story ("Editor’s
// Note: A version of this story appears in … newsletter. Sign up here."); 0 where the line is none. What follows on the
// line belongs to the story.
std::size_t newsletter_note_end(std::string_view line);

// How many lines from the first on are a postal address: a heading such as "Physical Address" with the lines of the
// address, or street and town without one. 0 where none is.
std::size_t address_lines(std::span<const std::string_view> lines);

// "Leave a Reply", "Post a comment": the head of a form below the story.
bool is_comment_heading(std::string_view line);
// "Your email address will not be published. Required fields are marked *"
bool is_comment_notice(std::string_view line);
// "Comment *", "Name *", "Save my name, email, and website in this browser for the next time I comment."
bool is_comment_form_line(std::string_view line);

}  // namespace dateline
