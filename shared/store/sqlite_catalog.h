// catalog.sqlite3: articles, facet values, the change log. The only door to SQLite for the rest of the program; no
// SQLite type or code shows here. One thread an object; several objects on one archive are fine.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/article.h"
#include "shared/base/result.h"
#include "shared/store/addresses.h"
#include "shared/store/archive_mark.h"
#include "shared/store/archive_paths.h"
#include "shared/store/attachment.h"
#include "shared/store/corrections.h"
#include "shared/store/revisions.h"
#include "shared/store/stories.h"

namespace dateline {

enum class Access : std::uint8_t { kRead, kWrite, kCreate };  // kCreate: kWrite, and a new archive where none is

enum class ChangeOperation : std::uint8_t { kPut = 1, kRemove = 2 };
struct Change {
  std::int64_t seq = 0;
  ArticleId article = 0;
  ChangeOperation operation = ChangeOperation::kPut;
};

struct KnownArticle {
  ArticleId article = 0;
  std::uint64_t content_hash = 0;
};

struct ArticleOfKey {
  std::string key;
  ArticleId article = 0;
};

struct FileStamp {
  std::uint64_t size = 0;
  std::int64_t mtime_ns = 0;
  std::uint64_t inode = 0;
  friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

// An entity of an article after resolution: whom it is in this archive.
struct ResolvedEntity {
  FacetId facet = 0;
  std::vector<Mention> mentions;
};

struct StoredArticle {
  ArticleId id = 0;
  std::uint64_t content_hash = 0;
  std::uint32_t words = 0;
  Article article;                       // `given` is empty: the entities below say it
  std::vector<FacetId> facets;           // all kinds, its story among them; ascending; as stored, before merges
  std::vector<ResolvedEntity> entities;  // those with mentions, and given ones without
  std::vector<Attachment> attached;      // whom names of `entities` mean in `facets`
};

// Whom an article names and where, as it is stored: attachments and merges are still to be followed.
struct NamesOfArticle {
  std::vector<ResolvedEntity> entities;
  std::vector<Attachment> attached;  // ascending
};

struct Coordinates {
  double latitude = 0, longitude = 0;  // degrees
};

struct FacetName {
  FacetId facet = 0;
  std::string name;
};

// A value with 4^n to 4^(n+1) - 1 articles has the level n; with more than a million, the highest.
inline constexpr unsigned kHighestNameLevel = 10;

struct FacetAlias {
  FacetId facet = 0;
  std::string key;
};

// A value among those of like names. Rows of `facet_groups`.
struct GroupRow {
  std::string group;
  FacetId facet = 0;
  std::string key;  // of its own name
};
struct GroupMember {
  FacetId facet = 0;
  std::string key;
  FacetId merged_into = 0;  // the next of the chain
  bool merged_by_person = false;
  bool rejected = false;
};

struct FacetMerge {
  FacetId from = 0, into = 0;  // `into` is final: chains are followed; 0: rejected, so that it counts nowhere
};

// What the catalog says of one facet value.
struct FacetDetails {
  FacetId facet = 0;
  std::string name;         // for people to read: the new one, where it was renamed
  FacetId merged_into = 0;  // the next of the chain
  bool merged_by_person = false;
  bool rejected = false;
  std::string external_id;
  std::string country;  // of a place
};

struct RejectedRecord {
  std::string path;
  std::uint64_t record = 0;
  std::string reason;
  std::int64_t at = 0;  // seconds since 1970
};

struct CatalogCounts {
  std::uint64_t articles = 0, files = 0, rejected = 0;
  std::uint64_t addresses = 0, revisions = 0;
  std::uint64_t people = 0, places = 0, organizations = 0, sources = 0;  // distinct values that stand for themselves
  std::int64_t last_seq = 0;
};

class Catalog {
 public:
  // kArchiveMissing where there is none (kRead, kWrite); kArchiveVersion for a newer one; kArchiveDamaged. Migrates an
  // older one when writing. WAL, synchronous=FULL, busy_timeout.
  static Result<Catalog> open(const ArchivePaths& paths, Access access);
  Catalog(Catalog&&) noexcept;
  Catalog& operator=(Catalog&&) noexcept;
  ~Catalog();

  // -- what the archive is
  [[nodiscard]] const std::string& archive_uuid() const;  // made at creation
  Result<std::optional<std::string>> meta(std::string_view name) const;
  Result<void> set_meta(std::string_view name, std::string_view value);

  // -- transactions. Everything below that writes must lie between begin() and commit(); destruction rolls back.
  Result<void> begin();
  Result<void> commit();  // durable when it returns
  Result<void> rollback();
  // From here to end_read() all reads see one state, whatever a writer commits, and each of them costs less. A reader
  // that also looks at the index opens that first, so that the catalog is never behind it.
  Result<void> begin_read() const;
  void end_read() const;  // fine without begin_read()

  // -- articles
  Result<std::optional<KnownArticle>> find_article(std::string_view key) const;  // by the key of any of its addresses
  Result<std::vector<ArticleId>> articles_of_url(std::string_view url) const;    // the same; ascending
  // Inserts, or replaces what has its key; writes its address, article_facets and the change log. `facets` ascending
  // without duplicates.
  Result<ArticleId> put_article(const Article& article, std::uint64_t content_hash, std::uint32_t words,
                                std::span<const FacetId> facets, std::span<const ResolvedEntity> entities,
                                const RecordFacts& record = {});
  // With all its addresses and its history. False: there is none.
  Result<bool> remove_article(std::string_view key);
  Result<void> remove_article(ArticleId id);
  Result<std::optional<StoredArticle>> load_article(ArticleId id) const;
  Result<void> set_words(ArticleId article, std::uint32_t words);  // counted by other rules; no change for the index
  Result<std::vector<std::pair<ArticleId, std::uint64_t>>> all_articles() const;        // id, content_hash; ascending
  Result<std::vector<std::string>> keys_of(std::span<const ArticleId> articles) const;  // "" for those not there
  // In the order of their keys, those behind `after`; at most `most`.
  Result<std::vector<ArticleOfKey>> articles_by_key(std::string_view after, std::size_t most) const;
  Result<std::string> title_of(ArticleId id) const;  // "" where there is no such article
  // Those with an address, or with a title that was not made from the text; ascending.
  Result<std::vector<ArticleId>> articles_with_url() const;
  Result<std::vector<ArticleId>> articles_with_title() const;

  // -- addresses. All of one key have one article. Callers keep what is always true of them (FORMAT.md, "Copies").
  Result<std::vector<StoredAddress>> addresses_of_key(std::string_view key) const;
  Result<std::vector<StoredAddress>> addresses_of_path(std::string_view path) const;  // of a file, and of members in it
  // For people: given ones too, each once, those of its own key first.
  Result<std::vector<ArticleAddress>> addresses_of_article(ArticleId article) const;
  // Without records that only carry what another archive exported: their given addresses stand for them.
  Result<std::vector<ArticleAddress>> addresses_to_export(ArticleId article) const;
  // The article that is the same in all that is content, and that no id of its own tells apart; 0 for none.
  Result<ArticleId> article_of_content(std::uint64_t content, const Article& article) const;
  Result<bool> has_other_keys(ArticleId article, std::string_view key) const;
  Result<bool> has_content_hash(ArticleId article, std::uint64_t content_hash) const;
  // Replaces what is there of the same path, key and bytes, and what that record gave.
  Result<void> put_address(const StoredAddress& address, std::span<const ArticleAddress> given = {});
  // All addresses of the key are the article's; those with its content are current.
  Result<void> assign_key(std::string_view key, ArticleId article, std::uint64_t content);
  Result<void> assign_addresses(ArticleId from, ArticleId into);  // all of them
  // The history of a key goes with its last address. False: it was the article's last; the article itself is still
  // there, for the caller to remove.
  Result<bool> remove_address(const StoredAddress& address);
  Result<bool> remove_given_addresses(std::string_view key);  // false: nobody gave such a key
  // Gives the article the key and place of its first address, in an order that does not depend on which came first.
  // Passes over `leaving`, a key that is about to leave it.
  Result<void> choose_place(ArticleId article, std::string_view leaving = {});

  // -- history
  // Keeps what a reader saw of the article under this key, unless `next` shows the same. True: kept.
  Result<bool> keep_revision(std::string_view key, ArticleId article, const Article& next);
  Result<std::vector<ArticleRevision>> revisions_of(ArticleId article) const;  // the present one is the last

  // -- facet values
  // The value that `name` stands for (merges followed by the reader, not here); made where it is new. Known names cost
  // a hash lookup (an in-memory cache of this object), not a query.
  Result<FacetId> intern_facet(FacetKind kind, std::string_view name);
  // Remembers another name that stood for `facet`; cheap when known.
  Result<void> add_alias(FacetId facet, std::string_view alias);
  // Remembers what an article called a person before the name: "Prime Minister". Cheap when known.
  Result<void> add_title(FacetId person, std::string_view title);
  // Of all these values together, sorted.
  Result<std::vector<std::string>> titles_of(std::span<const FacetId> people) const;
  // Where a place is; the last word counts. `country`: ISO 3166-1 alpha-2, "" where unknown.
  Result<void> set_place_facts(FacetId place, std::string_view country, std::optional<double> latitude,
                               std::optional<double> longitude);
  // Whether this object has set them: cheap.
  [[nodiscard]] bool has_place_facts(FacetId place) const;
  Result<std::vector<FacetMerge>> merges() const;
  // The program's word: readers count `from` as `into` from now on; `into` 0: as itself again. Does nothing where a
  // person has said something else (merged, kept apart) or where a circle would come of it.
  Result<void> set_merge(FacetId from, FacetId into);
  // The value whose own name has this key (name_key); 0 where none has.
  Result<FacetId> facet_of_key(FacetKind kind, std::string_view key) const;
  Result<std::vector<FacetName>> names_of(
      std::span<const FacetId> facets) const;  // in the order asked; unknown ids: ""
  // Values one of whose names is exactly `name` (by name_key), else values one of whose names has all its words. Ids as
  // stored (unmerged), at most `limit`. Values merged into others are listed under their own ids too.
  Result<std::vector<FacetName>> find_facets(FacetKind kind, std::string_view name, std::size_t limit) const;
  // Says how many articles the index has with the value, for visit_frequent_names.
  Result<void> settle_name_level(FacetId facet, std::uint64_t articles);

  // -- resolution across articles
  Result<void> put_group_members(std::span<const GroupRow> rows);  // those that are there are passed over
  Result<std::vector<GroupMember>> members_of_group(std::string_view group) const;
  Result<void> visit_groups(const std::function<void(std::string_view, std::vector<GroupMember>&&)>& visit) const;
  Result<std::vector<FacetName>> own_names(FacetKind kind) const;  // all: ids with the keys of their own names
  Result<std::vector<FacetAlias>> one_word_aliases(FacetKind kind) const;
  // What an article mentions, as the article alone gives it; nothing for an unknown article.
  Result<std::vector<ResolvedEntity>> entities_of(ArticleId article) const;
  // Says anew whom `names` mean in the article: those of `attached` another value, the others themselves. Writes the
  // change log where that changes something (true).
  Result<bool> attach(ArticleId article, std::span<const FacetId> names, std::span<const Attachment> attached);

  // -- evidence
  Result<NamesOfArticle> names_of_article(ArticleId article) const;  // nobody where there is no such article
  Result<std::optional<Coordinates>> coordinates_of(FacetId place) const;
  // The keys of names, and the single words of longer ones, that begin with `prefix`; in their order, at most `most` of
  // each (0: all).
  Result<void> visit_names_from(FacetKind kind, const std::string& prefix,
                                const std::function<void(FacetId, std::string_view)>& visit,
                                std::size_t most = 0) const;
  // Values of which a name with several words has this one, ascending; at most `most`.
  Result<std::vector<FacetId>> values_with_word(FacetKind kind, std::string_view word, std::size_t most) const;
  Result<unsigned> highest_name_level(FacetKind kind) const;  // that a value has; 0: none has one
  // Names of the values of a level, from one of their words on, that begin with `prefix`; in their order, at most
  // `most`.
  Result<void> visit_frequent_names(FacetKind kind, unsigned level, const std::string& prefix,
                                    const std::function<void(FacetId, std::string_view)>& visit,
                                    std::size_t most) const;
  // The value that `facet` stands for, with its name; facet 0 where that was rejected or is not known.
  Result<FacetName> standing_value(FacetId facet) const;
  // A value and all that were merged into it, ascending.
  Result<std::vector<FacetId>> values_standing_for(FacetId facet) const;

  // -- corrections by people
  // Writes the journal and carries it out on what is there. Names that are not there yet are corrected when they come.
  Result<void> add_corrections(std::span<const Correction> corrections);
  Result<std::vector<Correction>> corrections() const;  // in the order of the journal
  Result<CorrectionTable> correction_table() const;     // what they come to, with the user's list
  // Whether a person said that these two are not the same. Cheap where nobody ever did.
  Result<bool> is_kept_apart(FacetId a, FacetId b) const;
  Result<std::vector<std::pair<FacetId, FacetId>>> kept_apart() const;  // first < second
  // What is found in an article anew: replaces its facets and mentions, and writes the change log; the article's own
  // row stays. `facets` ascending without duplicates.
  Result<void> put_entities(ArticleId article, std::span<const FacetId> facets,
                            std::span<const ResolvedEntity> entities);
  // Whether the article has exactly these entities with these mentions, and these other facets (before attachments).
  Result<bool> has_entities(ArticleId article, std::span<const FacetId> facets,
                            std::span<const ResolvedEntity> entities) const;
  // Whom an entity of this article is, where people said that it is somebody else than its name says; nullopt: nobody
  // did. Cheap for articles of which they said nothing.
  Result<std::optional<EntityName>> meant_in_article(std::string_view article, FacetKind kind, std::string_view name,
                                                     std::span<const std::string> aliases) const;
  // The user's list. `replace`: what is not in `list` is forgotten; else entities of the same kind and key are
  // replaced.
  Result<void> put_listed_entities(std::span<const ListedEntity> list, bool replace);
  Result<std::vector<ListedEntity>> listed_entities() const;
  Result<std::optional<FacetDetails>> facet_details(FacetId facet) const;
  Result<std::string> own_name_of(FacetId facet) const;  // the name it resolves by; "" for an unknown id
  // The values that one of these names stands for as an alias, of one kind; ascending.
  Result<std::vector<FacetId>> facets_of_alias(FacetKind kind, std::string_view name) const;
  Result<std::vector<std::string>> aliases_of(FacetId facet) const;
  // The values by which an article mentions those that stand for `facet`: as the article alone gave them, ascending.
  Result<std::vector<FacetId>> mentioned_as(ArticleId article, FacetId facet,
                                            const std::function<FacetId(FacetId)>& standing) const;
  Result<void> visit_facet_values(const std::function<void(const FacetDetails&)>& visit) const;  // by id
  // Every name of every value, its own and its aliases, under its key.
  Result<void> visit_facet_names(const std::function<void(FacetId, std::string_view)>& visit) const;
  // The facet ids of each article as stored, ascending by article.
  Result<void> visit_article_facets(const std::function<void(ArticleId, std::span<const FacetId>)>& visit) const;

  // -- near copies and stories. The article's row must be there; only show_story and settle_stories reach the index.
  Result<void> put_signature(ArticleId article, const std::optional<NearSignature>& signature);  // nullopt: too short
  Result<std::optional<NearSignature>> signature_of_article(ArticleId article) const;
  // Those that share a key with it, ascending; not all, where very many do.
  Result<std::vector<NearArticle>> near_articles(const NearSignature& signature, ArticleId except) const;
  Result<std::string> text_of_article(ArticleId article) const;  // "" for an unknown one
  Result<StoryPlace> story_of(ArticleId article) const;
  Result<void> set_story(ArticleId article, ArticleId story);  // 0: none any more
  Result<void> unite_stories(ArticleId from, ArticleId into);  // all of `from`
  Result<void> leave_story(ArticleId article);  // what is left is open: to be grouped anew before it is settled
  Result<std::vector<ArticleId>> articles_of_story(ArticleId story) const;  // ascending
  Result<std::vector<ArticleId>> open_stories() const;
  Result<void> show_story(ArticleId article);  // the article is being put with this story
  // Articles whose story is not the one they are shown with are so from now on: writes the change log, and says which.
  Result<std::vector<ArticleId>> settle_stories();
  Result<std::vector<ArticleVersion>> versions_of_story(ArticleId story) const;  // as shown; by date
  Result<void> forget_near_copies();                                             // all signatures, all stories

  // -- change log
  Result<std::vector<Change>> changes_after(std::int64_t seq, std::size_t limit) const;  // ascending
  Result<std::int64_t> last_seq() const;
  Result<ArchiveMark> end_mark() const;
  // Those with changes in (after_seq, to_seq], without the ones up to `after_article`; ascending. Some may be gone.
  Result<std::vector<ChangedArticle>> articles_changed(std::int64_t after_seq, std::int64_t to_seq,
                                                       ArticleId after_article) const;
  Result<std::vector<ArticleId>> articles_between(ArticleId after, ArticleId to) const;  // in (after, to], ascending

  // -- files and rejected records
  Result<bool> file_is_known(std::string_view path, const FileStamp& stamp, std::string_view reader) const;
  Result<void> remember_file(std::string_view path, const FileStamp& stamp, std::string_view reader,
                             std::uint64_t articles);
  Result<void> forget_file(std::string_view path);
  // Files at or below this path that were read whole, have articles or were rejected; all for "".
  Result<std::vector<std::string>> known_paths(std::string_view under) const;
  Result<void> remember_rejected(const RejectedRecord& rejected);
  Result<void> forget_rejected(std::string_view path);  // of a file, and of members in it
  Result<std::vector<RejectedRecord>> rejected() const;

  Result<CatalogCounts> counts() const;
  Result<std::vector<std::string>> check() const;  // integrity_check, foreign keys, decodable blobs; one line a problem

 private:
  struct Impl;
  Result<void> load_corrections() const;
  Result<void> correct_values(const std::vector<NameId>& names);
  Result<void> correct_value(FacetId facet, const NameId& id);
  Result<void> correct_absent(const NameId& id);
  Result<void> carry_out(FacetId facet, const Verdict* verdict);
  explicit Catalog(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
