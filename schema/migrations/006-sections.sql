-- The part of the paper or site an article stood in, and the words below its lead picture. Empty for articles that were
-- added before, until the next add reads their files again.

ALTER TABLE articles ADD COLUMN section TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN caption TEXT NOT NULL DEFAULT '';
