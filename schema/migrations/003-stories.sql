-- Near copies: articles that are one story in several papers. What is near: FORMAT.md, "Stories".

-- Of every article whose text has five words or more.
CREATE TABLE near_signatures (
  article_id INTEGER PRIMARY KEY REFERENCES articles (article_id) ON DELETE CASCADE,
  signature  BLOB NOT NULL                -- 64 bytes
);

-- The same in bands: articles with a key in common may be near copies.
CREATE TABLE near_keys (
  key        INTEGER NOT NULL,            -- number of the band (0 to 15), then its four bytes
  article_id INTEGER NOT NULL,
  PRIMARY KEY (key, article_id)
) WITHOUT ROWID;

-- The articles that have a near copy. A story has two articles at least, and the id of the first of them.
CREATE TABLE article_stories (
  article_id INTEGER PRIMARY KEY REFERENCES articles (article_id) ON DELETE CASCADE,
  story      INTEGER NOT NULL,            -- 0: none any more
  shown      INTEGER NOT NULL             -- the story that the article has in the index by the change log; 0: none
);
CREATE INDEX article_stories_by_story ON article_stories (story);
CREATE INDEX article_stories_unsettled ON article_stories (article_id) WHERE story <> shown;

-- Stories that lost an article, so that what is left is to be grouped anew. Empty when a run has ended.
CREATE TABLE open_stories (
  story INTEGER PRIMARY KEY
);
