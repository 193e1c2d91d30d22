#!/usr/bin/env bash
# Playwright against a real server on an empty database; the server is ended by its own id.
. "$(dirname "$0")/setup/common.sh"

export JIANGXIN_DATA_DIR=$PWD/var/e2e PORT=${E2E_PORT:-8765}
export JIANGXIN_PUBLIC_URL=http://127.0.0.1:$PORT BASE_URL=http://127.0.0.1:$PORT
unset JIANGXIN_DATABASE_URL JIANGXIN_REDIS_URL
rm -rf "$JIANGXIN_DATA_DIR"; mkdir -p "$JIANGXIN_DATA_DIR"
.venv/bin/python manage.py migrate -v 0
bash deploy/server.sh "$PORT" >var/e2e/server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
for _ in $(seq 100); do answers "$PORT" && break; sleep 0.2; done
(cd frontend && npm run --silent e2e -- "$@") || { echo "--- server"; tail -30 var/e2e/server.log; exit 1; }
