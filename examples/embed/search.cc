// Searches a Dateline archive from C++20: ./search ARCHIVE QUERY. Build it against the installed library:
//   c++ -std=c++20 search.cc $(pkg-config --cflags --libs dateline) -o search
// or with CMake: find_package(dateline REQUIRED) and target_link_libraries(search PRIVATE dateline::dateline).
#include <dateline.hpp>
#include <iostream>

namespace api = dateline::api;

namespace {

int report(const api::Error& error) {
  std::cerr << "error " << error.code << ": " << error.message << '\n' << error.hint << '\n';
  return 1;
}

// The snippet with its matches in brackets.
std::string marked(const api::Hit& hit) {
  std::string out;
  std::size_t at = 0;
  for (const api::Span span : hit.highlights()) {
    out.append(hit.snippet().substr(at, span.begin - at)).append("[");
    out.append(hit.snippet().substr(span.begin, span.end - span.begin)).append("]");
    at = span.end;
  }
  return out.append(hit.snippet().substr(at));
}

void print(const api::Results& results) {
  std::cout << results.matched() << " articles\n";
  for (const api::Hit hit : results.hits()) {
    std::cout << hit.rank() << ". " << hit.title() << " (" << hit.published() << ")\n   " << marked(hit) << '\n';
  }
  for (const api::Facet facet : results.facets()) {
    std::cout << facet.name() << ':';
    for (const auto& value : facet.values()) std::cout << ' ' << value.name << " (" << value.articles << ')';
    std::cout << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "usage: " << argv[0] << " ARCHIVE QUERY\n", 2;
  auto archive = api::Archive::open(argv[1]);
  if (!archive) return report(archive.error());
  const auto results = archive->search({.query = argv[2], .facets = {{DATELINE_PERSON, 5, DATELINE_STEP_AUTO}}});
  if (!results) return report(results.error());
  print(*results);
}
