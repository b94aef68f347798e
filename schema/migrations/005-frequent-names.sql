-- Names of values that many articles have, so that whoever looks for names that begin with "j" need not look at all of
-- them. A help for finding, not the truth: counts are asked of the index. What they hold: FORMAT.md, "Frequent names".

CREATE TABLE name_levels (
  facet_id INTEGER PRIMARY KEY,
  level    INTEGER NOT NULL               -- the logarithm to base 4 of the number of its articles, rounded down; from 1
);

CREATE TABLE frequent_names (
  kind     INTEGER NOT NULL,              -- of the value
  level    INTEGER NOT NULL,              -- of the value
  tail     TEXT NOT NULL,                 -- a key of the value from one of its words on
  facet_id INTEGER NOT NULL,
  PRIMARY KEY (kind, level, tail, facet_id)
) WITHOUT ROWID;
