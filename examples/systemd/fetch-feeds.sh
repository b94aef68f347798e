#!/bin/sh
# fetch-feeds.sh FOLDER: fetches the feeds of FOLDER/addresses into FOLDER with curl, and only what has changed on the server.
# FOLDER/addresses has a feed a line: the name of its file, a blank, its address; '#' before comments.
# A feed that cannot be fetched leaves its file as it was; the exit status is then 1.
cd "$1" || exit 2
failed=0
while read -r name address; do
  case $name in '' | '#'*) continue ;; esac
  set -- --silent --show-error --fail --location --compressed --max-time 60 --remote-time --output "$name.part" --etag-save "$name.etag.part"
  # What was fetched before, and the mark that the server gave it: the server sends nothing where that still holds.
  [ ! -s "$name" ] || set -- "$@" --time-cond "$name"
  [ ! -s "$name" ] || [ ! -s "$name.etag" ] || set -- "$@" --etag-compare "$name.etag"
  if curl "$@" "$address" </dev/null; then
    # Half a feed is never seen under its name.
    if [ -s "$name.part" ]; then mv "$name.part" "$name" && mv "$name.etag.part" "$name.etag"; fi
  else
    printf 'fetch-feeds: %s was not fetched\n' "$address" >&2
    failed=1
  fi
  rm -f "$name.part" "$name.etag.part"
done <addresses
exit "$failed"
