-- Entities that people can trust: countries as facets, whom an article's bare surnames are, corrections, own lists.

INSERT INTO facet_kinds VALUES (6, 'country', 0);

-- Whose word `merged_into` is. 0: the program's, which may change its mind; 1: a person's, which only people undo.
ALTER TABLE facet_values ADD COLUMN merged_by INTEGER NOT NULL DEFAULT 0;
-- 1: people said that this is no entity of its kind. Readers count and find it no more; articles keep it.
ALTER TABLE facet_values ADD COLUMN rejected INTEGER NOT NULL DEFAULT 0;
CREATE INDEX facet_values_rejected ON facet_values (facet_id) WHERE rejected = 1;
-- Of the user's own list, for instance a Wikidata number.
ALTER TABLE facet_values ADD COLUMN external_id TEXT NOT NULL DEFAULT '';

-- Names that the article gives only in part, and whom the rest of the archive says they are: see FORMAT.md, "Attached".
-- `facets` has the latter; `mentions` keeps the former, so that the question can be asked again.
ALTER TABLE article_facets ADD COLUMN attached BLOB NOT NULL DEFAULT x'';

-- Names that may be one entity's: people whose surnames sound alike, organizations of the same words.
CREATE TABLE facet_groups (
  name     TEXT NOT NULL,                 -- kind, blank, what they have in common: see FORMAT.md, "Groups of like names"
  facet_id INTEGER NOT NULL REFERENCES facet_values (facet_id),
  key      TEXT NOT NULL,                 -- of the value's own name
  PRIMARY KEY (name, facet_id)
) WITHOUT ROWID;

-- What articles called people before their names: "Prime Minister". Facts about them, no part of their names.
CREATE TABLE facet_titles (
  facet_id INTEGER NOT NULL REFERENCES facet_values (facet_id),
  title    TEXT NOT NULL,                 -- as written
  PRIMARY KEY (facet_id, title)
) WITHOUT ROWID;

-- url:ADDRESS finds articles whose key is another one.
CREATE INDEX articles_by_url ON articles (url) WHERE url <> '';

-- What people corrected, in order. Only added to. By names, so that it can be replayed into another archive.
CREATE TABLE corrections (
  seq       INTEGER PRIMARY KEY AUTOINCREMENT,
  at        INTEGER NOT NULL,             -- seconds since 1970
  operation TEXT NOT NULL,                -- merge, split, rename, reject, pin, alias
  kind      INTEGER NOT NULL,             -- of the entity that is corrected
  name      TEXT NOT NULL,
  argument  TEXT NOT NULL                 -- JSON object; its members depend on the operation: see FORMAT.md, "Corrections"
);

-- The user's own list of entities: extraction and resolution know these names.
CREATE TABLE known_entities (
  kind        INTEGER NOT NULL,
  key         TEXT NOT NULL,              -- name_key(name)
  name        TEXT NOT NULL,
  aliases     TEXT NOT NULL,              -- JSON array of strings
  external_id TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) WITHOUT ROWID;
