#!/usr/bin/env bash
# Lists the enriched articles that are there: key, time of ingestion, size, headers.
#   articles.sh [bootstrap servers]
exec kcat -b "${1:-localhost:9092}" -C -t news.articles.enriched.v1 -o beginning -e -q \
  -X isolation.level=read_committed -f '%k %T %S bytes %h\n'
