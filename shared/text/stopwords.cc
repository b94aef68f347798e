// The stop word lists: sorted tables.
#include "shared/text/stopwords.h"

#include <algorithm>
#include <array>

namespace dateline {
namespace {

// Function words of English, folded, so that "don't" is "dont". Left out are words that are often something else once
// folded: "us" (U.S.), "may" and "march" (months), "it's" → "it", "he'll" → "hell", "we'd" → "wed", "I'll" → "ill".
constexpr auto kEnglish = std::to_array<std::string_view>({
    "a",       "about",      "above",      "after",    "again",     "against",  "all",    "also",      "am",
    "among",   "an",         "and",        "any",      "are",       "arent",    "as",     "at",        "be",
    "because", "been",       "before",     "being",    "below",     "between",  "both",   "but",       "by",
    "can",     "cannot",     "cant",       "could",    "couldnt",   "did",      "didnt",  "do",        "does",
    "doesnt",  "doing",      "dont",       "down",     "during",    "each",     "either", "else",      "ever",
    "few",     "for",        "from",       "further",  "had",       "hadnt",    "has",    "hasnt",     "have",
    "havent",  "having",     "he",         "hence",    "her",       "here",     "hers",   "herself",   "him",
    "himself", "his",        "how",        "however",  "i",         "if",       "im",     "in",        "into",
    "is",      "isnt",       "it",         "its",      "itself",    "ive",      "just",   "let",       "me",
    "more",    "moreover",   "most",       "much",     "must",      "mustnt",   "my",     "myself",    "neither",
    "no",      "nor",        "not",        "now",      "of",        "off",      "on",     "once",      "only",
    "onto",    "or",         "other",      "others",   "ought",     "our",      "ours",   "ourselves", "out",
    "over",    "own",        "per",        "rather",   "same",      "shall",    "she",    "should",    "shouldnt",
    "since",   "so",         "some",       "such",     "than",      "that",     "the",    "their",     "theirs",
    "them",    "themselves", "then",       "there",    "therefore", "these",    "they",   "theyre",    "theyve",
    "this",    "those",      "though",     "through",  "thus",      "to",       "too",    "toward",    "towards",
    "under",   "until",      "up",         "upon",     "very",      "was",      "wasnt",  "we",        "were",
    "werent",  "weve",       "what",       "whatever", "when",      "whenever", "where",  "whereas",   "whether",
    "which",   "while",      "who",        "whoever",  "whom",      "whose",    "why",    "will",      "with",
    "within",  "without",    "wont",       "would",    "wouldnt",   "yet",      "you",    "your",      "youre",
    "yours",   "yourself",   "yourselves", "youve",
});
static_assert(std::ranges::is_sorted(kEnglish));

}  // namespace

std::span<const std::string_view> stop_words(std::string_view language) {
  if (language == "english") return kEnglish;
  return {};
}

bool is_stop_word(std::string_view folded, std::string_view language) {
  return std::ranges::binary_search(stop_words(language), folded);
}

}  // namespace dateline
