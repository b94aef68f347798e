#!/bin/sh
# Makes the entity model: train.sh DATA OUTPUT [PROGRAM]. DATA is the folder of the annotated files (docs/entity-model.md).
set -eu
data=$1
output=$2
program=${3:-dateline-train-entities}
here=$(dirname "$0")
exec "$program" --model "$output" --name "english news 1" \
  --train "$data/wikigold.conll.gz" "$data/gum-news.conll.gz" "$data/ewt.conll.gz" "$data/pud.conll.gz" \
  "$data/crossner.conll.gz" "$data/wnut17.conll.gz" "$data/broad-twitter.conll.gz" \
  "$data/silver-wikinews.conll.gz" "$data/silver-publishers.conll.gz" "$data/gmb.conll.gz:0.6" \
  --companies "$here/data/organizations.txt" --runs 4 --preference 24
