// The prefixes that the vocabularies of news usually have, by the addresses of their namespaces.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

// "dc:creator" for (creator, x, http://purl.org/dc/elements/1.1/); RSS, NITF and NewsML have no prefix. Where the
// namespace is not known, or was never declared, the prefix is the written one. In lower case.
std::string usual_xml_name(std::string_view local, std::string_view prefix, std::string_view address);

}  // namespace dateline
