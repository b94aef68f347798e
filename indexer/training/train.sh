#!/bin/sh
# Makes the entity model: train.sh DATA OUTPUT [PROGRAM]. DATA is the folder of the annotated files (docs/entity-model.md).
set -eu
data=$1
output=$2
program=${3:-dateline-train-entities}
here=$(dirname "$0")
# Text that people annotated by the rules we follow counts twice, machines' less (docs/entity-model.md).
exec "$program" --model "$output" --name "news-2" \
  --train "$data/wikigold.conll.gz:2" "$data/gum-news.conll.gz:2" "$data/ewt.conll.gz:2" "$data/pud.conll.gz:2" \
  "$data/crossner.conll.gz" "$data/wnut17.conll.gz" "$data/broad-twitter.conll.gz" \
  "$data/silver-wikinews.conll.gz" "$data/silver-publishers.conll.gz" "$data/gmb.conll.gz:0.8" \
  --companies "$here/data/organizations.txt" --runs 4 --preference 24 --capitals 0.06
