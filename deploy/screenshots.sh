#!/usr/bin/env bash
# screenshots.sh [--all]: the pictures of the README into docs/pictures; with --all also every page in five sizes and
# both languages into var/screenshots/all. Two sample contests, one being marked and one published; both servers are
# ended by their own ids.
. "$(dirname "$0")/setup/common.sh"

bash deploy/setup/python.sh dev
bash deploy/setup/node.sh
bash deploy/setup/frontend.sh
bash deploy/setup/chromium.sh || fail "no /usr/bin/chromium; apt-get install chromium"
export JIANGXIN_DEMO=1 JIANGXIN_REQUIRE_SECOND_FACTOR=0 JIANGXIN_LOG_LEVEL=WARNING
unset JIANGXIN_DATABASE_URL JIANGXIN_REDIS_URL
servers=()
trap 'kill "${servers[@]}" 2>/dev/null; wait "${servers[@]}" 2>/dev/null || true' EXIT

free_port() { .venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# serve STAGE: seeds once, starts, and puts address, folder and pairing codes into variables named after the stage.
serve() {
  local stage=$1 port
  port=$(free_port)
  export JIANGXIN_DATA_DIR=$PWD/var/screenshots/$stage JIANGXIN_PUBLIC_URL=http://127.0.0.1:$port
  mkdir -p "$JIANGXIN_DATA_DIR"
  .venv/bin/python manage.py migrate -v 0
  if [ ! -f "$JIANGXIN_DATA_DIR/seeded" ]; then
    say "Making the sample contest: $stage"
    .venv/bin/python manage.py seed --stage "$stage" --share 0.62 || { rm -rf "$JIANGXIN_DATA_DIR"; fail "the sample contest could not be made"; }
    touch "$JIANGXIN_DATA_DIR/seeded"
  fi
  .venv/bin/python manage.py seed --guide --url "$JIANGXIN_PUBLIC_URL" >"$JIANGXIN_DATA_DIR/guide.txt"
  bash deploy/server.sh "$port" >"$JIANGXIN_DATA_DIR/server.log" 2>&1 &
  servers+=($!)
  for _ in $(seq 150); do answers "$port" && break; sleep 0.2; done
  export "${stage^^}_URL=$JIANGXIN_PUBLIC_URL" "${stage^^}_FOLDER=$JIANGXIN_DATA_DIR"
}

serve marking
serve published
node tests/e2e/screenshots.mjs "$@"
.venv/bin/python -m tests.e2e.pictures
