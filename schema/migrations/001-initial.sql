-- The catalog: the truth of an archive. Everything in Xapian and the columns is made from these tables.
-- What the values mean byte by byte: schema/FORMAT.md.

CREATE TABLE meta (                       -- archive: UUID · language: of the stemmer · analysis: fingerprint
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
  article_id   INTEGER PRIMARY KEY AUTOINCREMENT,  -- stays when the article changes; never used again
  key          TEXT NOT NULL UNIQUE,      -- the given id, else the url, else path[#record]
  content_hash INTEGER NOT NULL,          -- hash64 of all that was read and of how it was extracted: same hash, nothing to do
  words        INTEGER NOT NULL,          -- of title and text
  added_at     INTEGER NOT NULL,          -- seconds since 1970, first seen
  changed_at   INTEGER NOT NULL,          -- seconds since 1970, last new content
  record       INTEGER NOT NULL,          -- 1-based record in the file, 0: the file is one article
  title_made   INTEGER NOT NULL,          -- 1: made from the first sentence
  title        TEXT NOT NULL,
  source       TEXT NOT NULL,
  url          TEXT NOT NULL,
  path         TEXT NOT NULL,             -- absolute; '-' for stdin
  published    TEXT NOT NULL,             -- ISO 8601 with the precision that is known; '' for none
  authors      TEXT NOT NULL,             -- JSON array of strings
  contributors TEXT NOT NULL,             -- JSON array of strings
  dateline     TEXT NOT NULL,
  language     TEXT NOT NULL,             -- ISO 639-1 or ''
  text         TEXT NOT NULL              -- last: what is before it is read without its overflow pages
);
CREATE INDEX articles_by_path ON articles (path, record);

-- The kinds of what can be counted, and the highest ordinal that was given in each.
CREATE TABLE facet_kinds (
  kind         INTEGER PRIMARY KEY,
  name         TEXT NOT NULL,
  last_ordinal INTEGER NOT NULL
);
INSERT INTO facet_kinds VALUES
  (0, 'person', 0), (1, 'place', 0), (2, 'organization', 0), (3, 'source', 0), (4, 'author', 0), (5, 'language', 0);

-- What can be counted: people, places, organizations, sources, authors, languages.
CREATE TABLE facet_values (
  facet_id    INTEGER PRIMARY KEY,        -- ordinal * 8 + kind
  kind        INTEGER NOT NULL,           -- as in facet_kinds
  name        TEXT NOT NULL,              -- canonical, for people to read
  merged_into INTEGER REFERENCES facet_values (facet_id),  -- NULL: stands for itself
  country     TEXT NOT NULL DEFAULT '',   -- of a place: ISO 3166-1 alpha-2
  latitude    REAL,
  longitude   REAL
);
CREATE INDEX facet_values_merged ON facet_values (merged_into) WHERE merged_into IS NOT NULL;

-- Every name by which a facet value is known: its own and its aliases.
CREATE TABLE facet_names (
  kind     INTEGER NOT NULL,              -- of the value
  key      TEXT NOT NULL,                 -- name_key(name): folded, one blank between words
  facet_id INTEGER NOT NULL REFERENCES facet_values (facet_id),
  own      INTEGER NOT NULL,              -- 1: the name that new mentions of that name resolve by; 0: an alias seen in articles
  name     TEXT NOT NULL,                 -- as first written
  PRIMARY KEY (kind, key, facet_id)
) WITHOUT ROWID;
CREATE INDEX facet_names_aliases ON facet_names (facet_id) WHERE own = 0;

-- The words of all names that have several, so that person:sinwar finds Yahya Sinwar.
CREATE TABLE facet_words (
  kind     INTEGER NOT NULL,
  word     TEXT NOT NULL,                 -- one word of a key
  facet_id INTEGER NOT NULL,
  PRIMARY KEY (kind, word, facet_id)
) WITHOUT ROWID;

-- Who is in an article and where it says so.
CREATE TABLE article_facets (
  article_id INTEGER PRIMARY KEY REFERENCES articles (article_id) ON DELETE CASCADE,
  facets     BLOB NOT NULL,               -- facet ids ascending, delta-coded LEB128: what the facet column holds
  mentions   BLOB NOT NULL                -- see FORMAT.md, "Mentions"
);

-- What was done to the articles, in order. Xapian and the columns are applied up to applied_seq. Rows are never
-- deleted: no number is given twice, and an older index can be brought up to date.
CREATE TABLE change_log (
  seq        INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL,
  operation  INTEGER NOT NULL             -- 1 put, 2 remove
);

-- The files that were read, so that an untouched file is not read again.
CREATE TABLE files (
  path     TEXT PRIMARY KEY,
  size     INTEGER NOT NULL,
  mtime_ns INTEGER NOT NULL,
  inode    INTEGER NOT NULL,
  reader   TEXT NOT NULL,                 -- fingerprint of how files are read: another one reads them again
  articles INTEGER NOT NULL               -- accepted
) WITHOUT ROWID;

-- Articles that were refused, and why.
CREATE TABLE rejected (
  path   TEXT NOT NULL,
  record INTEGER NOT NULL,
  reason TEXT NOT NULL,
  at     INTEGER NOT NULL,
  PRIMARY KEY (path, record)
) WITHOUT ROWID;
