// Words of names for what stands around a story and is about it: who wrote it and when, what is on its pictures, its
// topics. Words only. What they mean is said in page_marks.h; kSomethingNames count as whole names alone.
#pragma once

#include <string_view>

namespace dateline {

// Bylines and dates.
inline constexpr std::string_view kCreditWords[] = {
    "abouttheauthor", "articledate", "articleinfo", "articleinfos",  "articlemeta", "auteur",
    "author",         "authorbio",   "authorbox",   "authorinfo",    "authors",     "autor",
    "byline",         "bylines",     "dateline",    "datepublished", "entrydate",   "entryinfo",
    "entrymeta",      "postdate",    "postinfo",    "postmeta",      "pubdate",     "publishdate",
    "storymeta",      "timestamp",   "userinfo",    "userprofile",   "vcard"};
inline constexpr std::string_view kCreditNames[] = {"date", "info", "meta", "published", "time"};

// Captions and credits of pictures.
inline constexpr std::string_view kCaptionWords[] = {
    "bildtext",     "bildunterschrift", "caption",        "captions",       "copyright",
    "figcaption",   "gallerycaption",   "imagecaption",   "imagecopyright", "imagecredit",
    "imagecredits", "imgcaption",       "mediacaption",   "photocaption",   "photocredit",
    "photocredits", "photographer",     "picturecaption", "wpcaption"};

// Lists of topics.
inline constexpr std::string_view kTagWords[] = {
    "articletags", "categories", "catlinks",    "entrytags", "filedunder", "keywords", "postcategories",
    "posttags",    "rubriken",   "schlagworte", "storytags", "tagcloud",   "tagged",   "taggedas",
    "taglinks",    "taglist",    "tagslist",    "topiclist", "topics"};
inline constexpr std::string_view kTagNames[] = {"category", "tag", "tags"};

}  // namespace dateline
