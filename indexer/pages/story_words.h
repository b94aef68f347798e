// Words of names for the story and its text. Words only. What they mean is said in page_marks.h; kSomethingNames count
// as whole names alone.
#pragma once

#include <string_view>

namespace dateline {

// The text of a story and little else.
inline constexpr std::string_view kBodyWords[] = {
    "artcontent",     "articlebody",   "articlebodycontent", "articlecontent",   "articlecontentbody",
    "articlecopy",    "articlemain",   "articlemaincontent", "articleparagraph", "articletext",
    "articletxt",     "articulotexto", "artikelinhalt",      "artikeltext",      "arttext",
    "blogcontent",    "blogpostbody",  "bodycontent",        "bodycopy",         "bodytext",
    "contentarticle", "contentbody",   "contenttext",        "cuerpo",           "detailtext",
    "entrycontent",   "fulltext",      "maintext",           "namebody",         "newsbody",
    "newscontent",    "newsdetail",    "newstext",           "postbody",         "postbodycopy",
    "postcontent",    "postentry",     "posttext",           "singlecontent",    "singlepostcontent",
    "storyarea",      "storybody",     "storycontent",       "storytext",        "tdpostcontent",
    "textarticle",    "textcontent",   "textoarticulo",      "wpbtextcolumn"};

// Around a story.
inline constexpr std::string_view kStoryWords[] = {"article",     "articlecontainer", "articledetail", "articleinner",
                                                   "articlepage", "articlesection",   "articlewrap",   "blogpost",
                                                   "contentmain", "hentry",           "maincontent",   "newsarticle",
                                                   "pagecontent", "singlepost",       "story"};
inline constexpr std::string_view kStoryNames[] = {"article", "content", "entry",  "hentry", "main",
                                                   "news",    "post",    "single", "story"};

// Its first paragraph.
inline constexpr std::string_view kLeadWords[] = {"abstract",     "articledescription",
                                                  "articleintro", "articlelead",
                                                  "bajada",       "chapeau",
                                                  "chapo",        "copete",
                                                  "deck",         "dek",
                                                  "descripcion",  "description",
                                                  "entradilla",   "excerpt",
                                                  "ingres",       "ingress",
                                                  "intro",        "introduction",
                                                  "introtext",    "lead",
                                                  "leader",       "leadtext",
                                                  "lede",         "sapo",
                                                  "standfirst",   "subheadline",
                                                  "subline",      "subtitle",
                                                  "summary",      "vorspann"};

// Quoted from elsewhere.
inline constexpr std::string_view kEmbedWords[] = {"embed", "embedded", "instagrammedia", "tweet", "twittertweet"};

}  // namespace dateline
