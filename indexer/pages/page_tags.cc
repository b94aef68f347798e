// Two tables of names.
#include "indexer/pages/page_tags.h"

#include <iterator>

#include "indexer/pages/name_table.h"

namespace dateline {
namespace {

constexpr NamedValue<PageTag> kTags[] = {
    {"a", PageTag::kA},
    {"abbr", PageTag::kAbbr},
    {"address", PageTag::kAddress},
    {"article", PageTag::kArticle},
    {"aside", PageTag::kAside},
    {"audio", PageTag::kAudio},
    {"b", PageTag::kB},
    {"blockquote", PageTag::kBlockquote},
    {"body", PageTag::kBody},
    {"br", PageTag::kBr},
    {"button", PageTag::kButton},
    {"canvas", PageTag::kCanvas},
    {"caption", PageTag::kCaption},
    {"center", PageTag::kCenter},
    {"cite", PageTag::kCite},
    {"code", PageTag::kCode},
    {"dd", PageTag::kDd},
    {"del", PageTag::kDel},
    {"details", PageTag::kDetails},
    {"dialog", PageTag::kDialog},
    {"div", PageTag::kDiv},
    {"dl", PageTag::kDl},
    {"dt", PageTag::kDt},
    {"em", PageTag::kEm},
    {"embed", PageTag::kEmbed},
    {"fieldset", PageTag::kFieldset},
    {"figcaption", PageTag::kFigcaption},
    {"figure", PageTag::kFigure},
    {"footer", PageTag::kFooter},
    {"form", PageTag::kForm},
    {"frame", PageTag::kFrame},
    {"h1", PageTag::kH1},
    {"h2", PageTag::kH2},
    {"h3", PageTag::kH3},
    {"h4", PageTag::kH4},
    {"h5", PageTag::kH5},
    {"h6", PageTag::kH6},
    {"head", PageTag::kHead},
    {"header", PageTag::kHeader},
    {"hgroup", PageTag::kHgroup},
    {"hr", PageTag::kHr},
    {"html", PageTag::kHtml},
    {"i", PageTag::kI},
    {"iframe", PageTag::kIframe},
    {"img", PageTag::kImg},
    {"input", PageTag::kInput},
    {"label", PageTag::kLabel},
    {"legend", PageTag::kLegend},
    {"li", PageTag::kLi},
    {"link", PageTag::kLink},
    {"main", PageTag::kMain},
    {"map", PageTag::kMap},
    {"mark", PageTag::kMark},
    {"menu", PageTag::kMenu},
    {"meta", PageTag::kMeta},
    {"nav", PageTag::kNav},
    {"noscript", PageTag::kNoscript},
    {"object", PageTag::kObject},
    {"ol", PageTag::kOl},
    {"option", PageTag::kOption},
    {"p", PageTag::kP},
    {"picture", PageTag::kPicture},
    {"pre", PageTag::kPre},
    {"q", PageTag::kQ},
    {"s", PageTag::kS},
    {"script", PageTag::kScript},
    {"section", PageTag::kSection},
    {"select", PageTag::kSelect},
    {"small", PageTag::kSmall},
    {"span", PageTag::kSpan},
    {"strong", PageTag::kStrong},
    {"style", PageTag::kStyle},
    {"sub", PageTag::kSub},
    {"summary", PageTag::kSummary},
    {"sup", PageTag::kSup},
    {"svg", PageTag::kSvg},
    {"table", PageTag::kTable},
    {"tbody", PageTag::kTbody},
    {"td", PageTag::kTd},
    {"template", PageTag::kTemplate},
    {"textarea", PageTag::kTextarea},
    {"tfoot", PageTag::kTfoot},
    {"th", PageTag::kTh},
    {"thead", PageTag::kThead},
    {"time", PageTag::kTime},
    {"title", PageTag::kTitle},
    {"tr", PageTag::kTr},
    {"u", PageTag::kU},
    {"ul", PageTag::kUl},
    {"video", PageTag::kVideo},
};

constexpr NamedValue<PageAttributeName> kAttributes[] = {
    {"aria-hidden", PageAttributeName::kAriaHidden},
    {"class", PageAttributeName::kClass},
    {"content", PageAttributeName::kContent},
    {"data-testid", PageAttributeName::kDataTestid},
    {"datetime", PageAttributeName::kDatetime},
    {"hidden", PageAttributeName::kHidden},
    {"href", PageAttributeName::kHref},
    {"http-equiv", PageAttributeName::kHttpEquiv},
    {"id", PageAttributeName::kId},
    {"itemprop", PageAttributeName::kItemprop},
    {"lang", PageAttributeName::kLang},
    {"name", PageAttributeName::kName},
    {"property", PageAttributeName::kProperty},
    {"pubdate", PageAttributeName::kPubdate},
    {"rel", PageAttributeName::kRel},
    {"role", PageAttributeName::kRole},
    {"style", PageAttributeName::kStyle},
    {"title", PageAttributeName::kTitle},
};

constexpr NameTable<PageTag, std::size(kTags)> kTagTable(kTags);
constexpr NameTable<PageAttributeName, std::size(kAttributes)> kAttributeTable(kAttributes);

}  // namespace

PageTag page_tag(std::string_view name) {
  return kTagTable.value_of(name, PageTag::kOther);
}

PageAttributeName page_attribute_name(std::string_view name) {
  return kAttributeTable.value_of(name, PageAttributeName::kNone);
}

bool is_block(PageTag tag) {
  switch (tag) {
    case PageTag::kText:
    case PageTag::kOther:
    case PageTag::kA:
    case PageTag::kAbbr:
    case PageTag::kB:
    case PageTag::kBr:
    case PageTag::kButton:
    case PageTag::kCite:
    case PageTag::kCode:
    case PageTag::kDel:
    case PageTag::kEm:
    case PageTag::kEmbed:
    case PageTag::kI:
    case PageTag::kImg:
    case PageTag::kInput:
    case PageTag::kLabel:
    case PageTag::kMark:
    case PageTag::kMap:
    case PageTag::kPicture:
    case PageTag::kQ:
    case PageTag::kS:
    case PageTag::kSmall:
    case PageTag::kSpan:
    case PageTag::kStrong:
    case PageTag::kSub:
    case PageTag::kSup:
    case PageTag::kTime:
    case PageTag::kU:
      return false;
    default:
      return true;
  }
}

}  // namespace dateline
