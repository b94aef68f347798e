// One table: addresses as specifications and as real documents write them.
#include "indexer/formats/xml_names.h"

#include <algorithm>
#include <iterator>

#include "shared/base/strings.h"

namespace dateline {
namespace {

struct Namespace {
  std::string_view address;  // in lower case, without a slash at its end
  std::string_view prefix;
};

constexpr Namespace kNamespaces[] = {
    {"http://backend.userland.com/rss", ""},
    {"http://backend.userland.com/rss2", ""},
    {"http://backend.userland.com/rss091", ""},
    {"http://blogs.law.harvard.edu/tech/rss", ""},
    {"http://channel.netscape.com/rdf/simple/0.9", ""},
    {"http://my.netscape.com/rdf/simple/0.9", ""},
    {"http://purl.org/net/rss1.1#", ""},
    {"http://purl.org/rss/1.0", ""},
    {"http://iptc.org/std/nar/2006-10-01", ""},
    {"http://iptc.org/std/nitf/2006-10-18", ""},
    {"http://www.w3.org/2005/atom", "atom"},
    {"http://purl.org/atom/ns#", "atom"},
    {"http://example.com/newformat#", "atom"},
    {"http://example.com/necho", "atom"},
    {"http://purl.org/echo", "atom"},
    {"uri/of/echo/namespace#", "atom"},
    {"http://purl.org/pie", "atom"},
    {"http://purl.org/dc/elements/1.0", "dc"},
    {"http://purl.org/dc/elements/1.1", "dc"},
    {"http://purl.org/dc/terms", "dcterms"},
    {"http://purl.org/rss/1.0/modules/content", "content"},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"},
    {"http://search.yahoo.com/mrss", "media"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"},
    {"http://rssnamespace.org/feedburner/ext/1.0", "feedburner"},
    {"http://www.w3.org/1999/xhtml", "xhtml"},
    {"http://www.w3.org/xml/1998/namespace", "xml"},
};

}  // namespace

std::string usual_xml_name(std::string_view local, std::string_view prefix, std::string_view address) {
  while (address.ends_with('/')) address.remove_suffix(1);
  const std::string known = to_lower_ascii(address);
  const auto* const found = std::find_if(std::begin(kNamespaces), std::end(kNamespaces),
                                         [&](const Namespace& each) { return each.address == known; });
  const std::string_view usual = found == std::end(kNamespaces) ? prefix : found->prefix;
  return to_lower_ascii(usual.empty() ? std::string(local) : concat({usual, ":", local}));
}

}  // namespace dateline
