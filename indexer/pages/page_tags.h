// The elements and attributes of HTML that reading a page looks at. Knows names only; what they mean for the story is
// said where it is used.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

// kText is a run of text, kOther an element without a meaning of its own (a custom element, <font>).
enum class PageTag : std::uint8_t {
  kText,
  kOther,
  kA,
  kAbbr,
  kAddress,
  kArticle,
  kAside,
  kAudio,
  kB,
  kBlockquote,
  kBody,
  kBr,
  kButton,
  kCanvas,
  kCaption,
  kCenter,
  kCite,
  kCode,
  kDd,
  kDel,
  kDetails,
  kDialog,
  kDiv,
  kDl,
  kDt,
  kEm,
  kEmbed,
  kFieldset,
  kFigcaption,
  kFigure,
  kFooter,
  kForm,
  kFrame,
  kH1,
  kH2,
  kH3,
  kH4,
  kH5,
  kH6,
  kHead,
  kHeader,
  kHgroup,
  kHr,
  kHtml,
  kI,
  kIframe,
  kImg,
  kInput,
  kLabel,
  kLegend,
  kLi,
  kLink,
  kMain,
  kMap,
  kMark,
  kMenu,
  kMeta,
  kNav,
  kNoscript,
  kObject,
  kOl,
  kOption,
  kP,
  kPicture,
  kPre,
  kQ,
  kS,
  kScript,
  kSection,
  kSelect,
  kSmall,
  kSpan,
  kStrong,
  kStyle,
  kSub,
  kSummary,
  kSup,
  kSvg,
  kTable,
  kTbody,
  kTd,
  kTemplate,
  kTextarea,
  kTfoot,
  kTh,
  kThead,
  kTime,
  kTitle,
  kTr,
  kU,
  kUl,
  kVideo,
};

enum class PageAttributeName : std::uint8_t {
  kNone,
  kAriaHidden,
  kClass,
  kContent,
  kDataTestid,
  kDatetime,
  kHidden,
  kHref,
  kHttpEquiv,
  kId,
  kItemprop,
  kLang,
  kName,
  kProperty,
  kPubdate,
  kRel,
  kRole,
  kStyle,
  kTitle,
};

// `name` in lower case, as the parser gives it.
PageTag page_tag(std::string_view name);
PageAttributeName page_attribute_name(std::string_view name);  // kNone: of no interest

// Begins and ends a block of text, as browsers show it.
bool is_block(PageTag tag);
inline bool is_heading(PageTag tag) {
  return tag >= PageTag::kH1 && tag <= PageTag::kH6;
}

}  // namespace dateline
