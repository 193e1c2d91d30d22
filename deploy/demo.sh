#!/usr/bin/env bash
# demo.sh PORT: a contest in progress, embedded, on data of its own; ends everything it started by its own ids.
. "$(dirname "$0")/setup/common.sh"

port=$1
export JIANGXIN_DATA_DIR=$PWD/var/demo JIANGXIN_DEMO=1 JIANGXIN_REQUIRE_SECOND_FACTOR=0
export JIANGXIN_PUBLIC_URL=http://127.0.0.1:$port JIANGXIN_LOG_LEVEL=WARNING
unset JIANGXIN_DATABASE_URL JIANGXIN_REDIS_URL
answers "$port" && fail "port $port is taken; try make demo PORT=8080"
mkdir -p "$JIANGXIN_DATA_DIR"

bash deploy/setup/python.sh
bash deploy/setup/node.sh
bash deploy/setup/frontend.sh
manage() { .venv/bin/python manage.py "$@"; }
manage migrate -v 0
if [ ! -f "$JIANGXIN_DATA_DIR/seeded" ]; then
  say "Making the sample contest"
  manage seed --stage marking || { rm -rf "$JIANGXIN_DATA_DIR"; fail "the sample contest could not be made"; }
  touch "$JIANGXIN_DATA_DIR/seeded"
fi

bash deploy/server.sh "$port" &
server=$!
rehearsal=
stop() { trap - EXIT; kill ${rehearsal:+$rehearsal} $server 2>/dev/null || true; wait 2>/dev/null || true; }
trap stop EXIT
trap 'exit 0' INT TERM
for _ in $(seq 150); do answers "$port" && break; kill -0 $server 2>/dev/null || fail "the server did not start"; sleep 0.2; done

manage seed --guide --url "http://127.0.0.1:$port"
.venv/bin/python manage.py rehearse --url "http://127.0.0.1:$port" --speed "${SPEED:-6}" --minutes 600 >"$JIANGXIN_DATA_DIR/rehearsal.log" 2>&1 &
rehearsal=$!
wait $server
