-- Where articles were read, copies included, and what they said before they were changed.

-- Each place that has an article: a file, a record of a file, a member of an archive of files. Records of one key are
-- one article; so are records without an id of their own whose content is the same. What decides: FORMAT.md, "Copies".
CREATE TABLE article_addresses (
  address_id INTEGER PRIMARY KEY,
  path       TEXT NOT NULL,               -- absolute; '-' for stdin
  key        TEXT NOT NULL,               -- that the record has there: the given id, else the url, else path[#record]
  bytes_hash INTEGER NOT NULL,            -- hash64 of the record as it lies there; 0: read by an older Dateline
  article_id INTEGER NOT NULL REFERENCES articles (article_id) ON DELETE CASCADE,
  record     INTEGER NOT NULL,            -- as in articles
  url        TEXT NOT NULL,
  content    INTEGER NOT NULL,            -- hash64 of the content that was read; 0: not known
  prepared   INTEGER NOT NULL,            -- hash64 of how it was read: with the same bytes, nothing to do
  is_current INTEGER NOT NULL,            -- 0: what lies there is an older version of the article
  own_id     INTEGER NOT NULL             -- 1: the publisher gave an id, so that it is no copy of another key's article
);
CREATE INDEX article_addresses_by_key ON article_addresses (key);
CREATE INDEX article_addresses_by_path ON article_addresses (path);
CREATE INDEX article_addresses_by_article ON article_addresses (article_id);
CREATE INDEX article_addresses_by_url ON article_addresses (url) WHERE url <> '';
CREATE INDEX article_addresses_by_content ON article_addresses (content) WHERE is_current = 1 AND own_id = 0;

-- What replaces them: the same for addresses.
DROP INDEX articles_by_path;
DROP INDEX articles_by_url;

INSERT INTO article_addresses
  (path, key, bytes_hash, article_id, record, url, content, prepared, is_current, own_id)
SELECT path, key, 0, article_id, record, url, 0, 0, 1,
       key <> url AND key <> path AND key <> path || '#' || record
FROM articles ORDER BY article_id;

-- Addresses that a record itself says its article has: what `export` wrote of another archive.
CREATE TABLE given_addresses (
  of_key  TEXT NOT NULL,                  -- of the record: key and path of its row in article_addresses
  of_path TEXT NOT NULL,
  key     TEXT NOT NULL,
  path    TEXT NOT NULL,
  record  INTEGER NOT NULL,
  url     TEXT NOT NULL,
  PRIMARY KEY (of_key, of_path, key, path, record, url)
) WITHOUT ROWID;
CREATE INDEX given_addresses_by_key ON given_addresses (key);
CREATE INDEX given_addresses_by_url ON given_addresses (url) WHERE url <> '';

-- What the article of a key said before: one row each time that a reader would have seen something else.
CREATE TABLE article_revisions (
  revision_id INTEGER PRIMARY KEY,
  key         TEXT NOT NULL,
  seen_at     INTEGER NOT NULL,           -- seconds since 1970, first seen
  replaced_at INTEGER NOT NULL,           -- seconds since 1970
  content     INTEGER NOT NULL,           -- hash64 of what a reader saw
  title       TEXT NOT NULL,
  source      TEXT NOT NULL,
  published   TEXT NOT NULL,              -- as in articles
  authors     TEXT NOT NULL,              -- JSON array of strings
  text        BLOB NOT NULL               -- see FORMAT.md, "History"
);
CREATE INDEX article_revisions_by_key ON article_revisions (key);
