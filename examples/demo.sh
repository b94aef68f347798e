#!/bin/sh
# What `./dev demo` shows, with the two programs on the PATH: index, search, update, search again. The archive is temporary.
set -eu
cd "$(dirname "$0")/.."
DATELINE_DB=$(mktemp -d)
export DATELINE_DB
trap 'rm -rf "$DATELINE_DB"' EXIT

say() { printf '\n# %s\n' "$1"; }
run() { # prints the command as one would type it, then runs it
  printf '$'
  for word in "$@"; do
    case $word in *[\ \"]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac
  done
  printf '\n'
  "$@"
}

say 'Eighteen articles: saved pages, one of them in Windows-1252, JSON Lines, and JSON Lines in gzip'
run dateline-index add examples/articles
say 'The best passage of each article, and who, where and which organization, counted over all matches'
run dateline search ceasefire gaza
say 'A phrase, a field and a date; cease-fire, cease fire and ceasefire are one'
run dateline search 'cease-fire place:Geneva date:2024-08' --no-facets
say 'Filters as flags, newest first; counts of a kind ignore its own selection'
run dateline search talks --match any --person 'Joe Biden' --sort newest --limit 3 --facet person
say 'The same folder again costs almost nothing'
run dateline-index add examples/articles
say 'One article changed, one is new'
run dateline-index add examples/update
run dateline search 'aid sudan OR "Steve Witkoff"' --no-facets
say 'For programs: one JSON object'
run dateline search --json --limit 1 --facet organization '"bridging proposal"'
say 'The state of the archive, and the proof that its parts agree'
run dateline-index status
run dateline-index check
