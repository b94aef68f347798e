// Who somebody is, and the sentences that say so: evidence ARCHIVE NAME
#include <dateline.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc != 3) return std::cerr << "usage: evidence ARCHIVE NAME\n", 2;
  auto archive = dateline::api::Archive::open(argv[1]);
  if (!archive) return std::cerr << archive.error().message << '\n', 1;

  const auto profile = archive->profile({.name = argv[2]});
  if (!profile) return std::cerr << profile.error().message << '\n', 1;
  const auto who = profile->choice().chosen();
  if (!who) {
    for (const auto& other : profile->choice().others())
      std::cerr << "or " << other.name() << " =" << other.id() << '\n';
    for (const auto& near : profile->choice().suggestions()) std::cerr << "did you mean " << near.name() << "?\n";
    return 1;
  }
  std::cout << who->name() << ": " << who->articles() << " articles, last " << profile->last() << '\n';

  // The number means this entity for certain, whatever else has the name.
  const auto mentions = archive->mentions({.name = "=" + std::string(who->id()), .limit = 5});
  if (!mentions) return std::cerr << mentions.error().message << '\n', 1;
  for (const auto& citation : mentions->citations()) {
    std::cout << citation.id() << ':' << citation.span().begin << ": " << citation.sentence() << '\n';
  }
}
