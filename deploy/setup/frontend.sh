#!/usr/bin/env bash
# Builds frontend/dist when a source has changed.
. "$(dirname "$0")/common.sh"

sources=$(find frontend/src frontend/public frontend/scripts frontend/*.json frontend/*.ts frontend/*.js frontend/index.html -type f | LC_ALL=C sort)
# shellcheck disable=SC2086
if ! unchanged frontend/dist/.sum $sources; then
  say "Building the front end"
  (cd frontend && npm run --silent build >../var/build.log 2>&1) || { tail -40 var/build.log; fail "the front end does not build"; }
  node frontend/scripts/compress.mjs frontend/dist
  echo "$sum" >frontend/dist/.sum
fi
