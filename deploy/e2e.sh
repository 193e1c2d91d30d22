#!/usr/bin/env bash
# Playwright against a real server on an empty database with one administrator; the server is ended by its own id.
. "$(dirname "$0")/setup/common.sh"

port=${E2E_PORT:-8765}
export JIANGXIN_DATA_DIR=$PWD/var/e2e JIANGXIN_REQUIRE_SECOND_FACTOR=1 JIANGXIN_LOG_LEVEL=WARNING
export JIANGXIN_PUBLIC_URL=http://127.0.0.1:$port JX_BASE_URL=http://127.0.0.1:$port
unset JIANGXIN_DATABASE_URL JIANGXIN_REDIS_URL JIANGXIN_DEMO
E2E_ADMIN_PASSWORD=$(head -c 18 /dev/urandom | base64 | tr -d '+/=')
export E2E_ADMIN_PASSWORD
answers "$port" && fail "port $port is taken; E2E_PORT= takes another"

rm -rf "$JIANGXIN_DATA_DIR"; mkdir -p "$JIANGXIN_DATA_DIR"
.venv/bin/python manage.py migrate -v 0
.venv/bin/python manage.py create_administrator admin --organisation "市总工会（示例）" --password "$E2E_ADMIN_PASSWORD" >/dev/null
bash deploy/server.sh "$port" >var/e2e/server.log 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
for _ in $(seq 150); do answers "$port" && break; kill -0 $server 2>/dev/null || break; sleep 0.2; done
(cd frontend && npm run --silent e2e -- "$@") || { echo "--- server"; tail -30 var/e2e/server.log; exit 1; }
