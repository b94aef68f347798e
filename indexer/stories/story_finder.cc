// Candidates by common keys, then by their signatures, then by all their shingles.
#include "indexer/stories/story_finder.h"

#include <algorithm>

namespace dateline {
namespace {

// Four standard errors below what is looked for: texts of less likely candidates are not read.
constexpr double kEstimateAtLeast = kNearCopyLikeness - 0.25;
// Texts that are compared for one article. Those of a story that it is in already need not be.
constexpr std::size_t kMostCompared = 64;

struct Candidate {
  ArticleId article = 0;
  double estimate = 0;
};

// What an article joins: a story, or an article that stood alone and would be a story's first.
struct Joined {
  ArticleId story = 0;
  bool alone = false;
  friend bool operator==(const Joined&, const Joined&) = default;
};

// The likeliest first.
std::vector<Candidate> candidates_of(const NearSignature& signature, const std::vector<NearArticle>& near) {
  std::vector<Candidate> candidates;
  for (const NearArticle& other : near) {
    const double estimate = estimated_likeness(signature, other.signature);
    if (estimate >= kEstimateAtLeast) candidates.push_back({other.article, estimate});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.estimate != b.estimate ? a.estimate > b.estimate : a.article < b.article;
  });
  return candidates;
}

}  // namespace

NearPrint near_print_of(const AnalyzedText& text) {
  NearPrint print{.signature = std::nullopt, .shingles = shingles_of(text)};
  print.signature = signature_of(print.shingles);
  return print;
}

Result<ArticleId> StoryFinder::place(ArticleId article, const NearPrint& print) {
  auto done = catalog_->leave_story(article);
  if (done) done = catalog_->put_signature(article, print.signature);
  if (!done) return std::move(done).error();
  if (!print.signature || article > kMaxStory) return ArticleId{0};
  auto story = join(article, print);
  if (!story || *story == 0) return story;
  if (auto set = catalog_->set_story(article, *story); !set) return std::move(set).error();
  return story;
}

Result<ArticleId> StoryFinder::place_stored(ArticleId article) {
  auto shingles = shingles_of_stored(article);
  if (!shingles) return std::move(shingles).error();
  NearPrint print{.signature = signature_of(*shingles), .shingles = std::move(*shingles)};
  return place(article, print);
}

// A story is named by its first article, so the joined one has the least of the names.
Result<ArticleId> StoryFinder::join(ArticleId article, const NearPrint& print) {
  const auto near = catalog_->near_articles(*print.signature, article);
  if (!near) return near.error();
  std::vector<Joined> joined;
  std::size_t compared = 0;
  for (const Candidate& candidate : candidates_of(*print.signature, *near)) {
    const auto place = catalog_->story_of(candidate.article);
    if (!place) return place.error();
    const bool alone = place->story == 0;
    const Joined other{alone ? candidate.article : place->story, alone};
    if (std::find(joined.begin(), joined.end(), other) != joined.end()) continue;
    if (++compared > kMostCompared) break;
    const auto copy = is_copy(candidate.article, print.shingles);
    if (!copy) return copy.error();
    if (*copy) joined.push_back(other);
  }
  if (joined.empty()) return ArticleId{0};
  ArticleId name = article;
  for (const Joined& other : joined) name = std::min(name, other.story);
  for (const Joined& other : joined) {
    auto done = other.alone           ? catalog_->set_story(other.story, name)
                : other.story != name ? catalog_->unite_stories(other.story, name)
                                      : Result<void>();
    if (!done) return std::move(done).error();
  }
  return name;
}

Result<std::vector<std::uint64_t>> StoryFinder::shingles_of_stored(ArticleId article) {
  const auto text = catalog_->text_of_article(article);
  if (!text) return text.error();
  analyzer_.analyze("", *text, analyzed_);
  return shingles_of(analyzed_);
}

Result<bool> StoryFinder::is_copy(ArticleId article, std::span<const std::uint64_t> shingles) {
  const auto others = shingles_of_stored(article);
  if (!others) return others.error();
  return likeness(shingles, *others) >= kNearCopyLikeness;
}

struct StoryFinder::Member {
  ArticleId article = 0;
  NearPrint print;
  std::size_t group = 0;  // the position of the first member that it is grouped with
};

Result<std::vector<StoryFinder::Member>> StoryFinder::members_of(ArticleId story) {
  const auto articles = catalog_->articles_of_story(story);
  if (!articles) return articles.error();
  std::vector<Member> members;
  for (const ArticleId article : *articles) {
    auto shingles = shingles_of_stored(article);
    if (!shingles) return std::move(shingles).error();
    members.push_back({.article = article, .print = {}, .group = members.size()});
    members.back().print.signature = signature_of(*shingles);
    members.back().print.shingles = std::move(*shingles);
  }
  return members;
}

// By the same rules as join(): common keys, then the estimate, then all shingles.
void StoryFinder::group(std::vector<Member>& members) {
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> with_key;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].print.signature) continue;
    for (const std::uint64_t key : keys_of(*members[i].print.signature)) {
      for (const std::size_t other : with_key[key]) {
        const std::size_t from = members[i].group, into = members[other].group;
        if (from == into) continue;
        if (estimated_likeness(*members[i].print.signature, *members[other].print.signature) < kEstimateAtLeast)
          continue;
        if (likeness(members[i].print.shingles, members[other].print.shingles) < kNearCopyLikeness) continue;
        for (Member& member : members) {
          if (member.group == std::max(from, into)) member.group = std::min(from, into);
        }
      }
      with_key[key].push_back(i);
    }
  }
}

Result<void> StoryFinder::rename(ArticleId story, const std::vector<Member>& members) {
  std::vector<std::size_t> sizes(members.size());
  for (const Member& member : members) ++sizes[member.group];
  for (const Member& member : members) {
    const ArticleId name = sizes[member.group] > 1 ? members[member.group].article : 0;
    if (name == story) continue;
    if (auto done = catalog_->set_story(member.article, name); !done) return done;
  }
  return {};
}

Result<void> StoryFinder::regroup() {
  const auto open = catalog_->open_stories();
  if (!open) return open.error();
  std::vector<std::pair<ArticleId, std::vector<Member>>> stories;  // all read before a name is given anew
  for (const ArticleId story : *open) {
    auto members = members_of(story);
    if (!members) return std::move(members).error();
    group(*members);
    stories.emplace_back(story, std::move(*members));
  }
  for (const auto& [story, members] : stories) {
    if (auto done = rename(story, members); !done) return done;
  }
  return {};
}

}  // namespace dateline
