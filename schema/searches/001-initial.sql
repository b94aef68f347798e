-- Saved searches: what people want to be told again. Beside the catalog, and no part of what is made from articles.
-- What the values mean: schema/FORMAT.md, "Saved searches".

CREATE TABLE meta (                       -- archive: UUID of the catalog whose articles the numbers below mean
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE searches (
  search_id     INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used again: a replaced search is a new one
  name          TEXT NOT NULL UNIQUE,
  query         TEXT NOT NULL,            -- as typed: dates like "last 2 weeks" are understood when it runs
  match         INTEGER NOT NULL,         -- 0 all, 1 any, 2 most
  sort          INTEGER NOT NULL,         -- 0 relevance, 1 newest, 2 oldest
  date_filter   TEXT NOT NULL,
  expand        INTEGER NOT NULL,
  half_life     REAL NOT NULL,            -- days; 0: age is nothing
  alerts        INTEGER NOT NULL,         -- 1: new articles that match are told
  saved_at      INTEGER NOT NULL,         -- seconds since 1970
  born_article  INTEGER NOT NULL,         -- alerts concern articles after this one
  looked_seq    INTEGER NOT NULL,         -- alerts were looked for in the change log up to here
  run_article   INTEGER NOT NULL,         -- the last "new since last run" had articles up to this one; 0: never
  run_at        INTEGER NOT NULL          -- and was then; 0: never
);

CREATE TABLE selections (                 -- the filters of a search, in their order
  search_id INTEGER NOT NULL REFERENCES searches (search_id) ON DELETE CASCADE,
  position  INTEGER NOT NULL,
  kind      INTEGER NOT NULL,             -- as in facet_kinds of the catalog
  name      TEXT NOT NULL,
  PRIMARY KEY (search_id, position)
) WITHOUT ROWID;

-- Every article that matched a search since it was saved, once. A row stays, so that the article is never told again.
CREATE TABLE alerts (
  search_id  INTEGER NOT NULL REFERENCES searches (search_id) ON DELETE CASCADE,
  article_id INTEGER NOT NULL,
  state      INTEGER NOT NULL,            -- 0 found, 1 being told, 2 told
  attempts   INTEGER NOT NULL,            -- how often telling was begun
  PRIMARY KEY (search_id, article_id)
) WITHOUT ROWID;
CREATE INDEX alerts_open ON alerts (search_id, article_id) WHERE state < 2;
