#!/usr/bin/env bash
# Every test, and at the end a list of what ran where. With CI=true a missing service or browser is a failure.
. "$(dirname "$0")/setup/common.sh"

ci=${CI:-false}
results=()
failed=0

record() { results+=("$(printf '  %-8s %-34s %s' "$1" "$2" "$3")"); [ "$1" != FAILED ] || failed=1; }
run() {
  local name=$1 started=$SECONDS; shift
  say "== $name"
  if "$@"; then record ran "$name" "$((SECONDS - started)) s"; else record FAILED "$name" "$((SECONDS - started)) s"; fi
}
missing() { # NAME WHY
  if [ "$ci" = true ]; then record FAILED "$1" "$2 (required when CI=true)"; else record "not run" "$1" "$2"; fi
}
in_frontend() { (cd frontend && npm run --silent "$@"); }
on_postgres() {
  (. var/services.env
   export JIANGXIN_DATABASE_URL=$JIANGXIN_TEST_DATABASE_URL JIANGXIN_REDIS_URL=$JIANGXIN_TEST_REDIS_URL
   .venv/bin/pytest -q -n 2 --dist loadfile)
}

bash deploy/setup/python.sh dev
bash deploy/setup/node.sh
bash deploy/setup/frontend.sh
[ "$ci" = true ] && [ ! -f var/services.env ] && bash deploy/setup/services.sh

run "pytest on SQLite, embedded" .venv/bin/pytest -q -n 2 --dist loadfile
if [ ! -f var/services.env ] && answers 5432 && answers 6379; then bash deploy/setup/services.sh || true; fi
if [ -f var/services.env ] && answers 5432 && answers 6379; then run "pytest on PostgreSQL + Redis" on_postgres
else missing "pytest on PostgreSQL + Redis" "no answer on 127.0.0.1:5432 and :6379; make services"; fi
run "Vitest" in_frontend test
if bash deploy/setup/chromium.sh; then run "Playwright in Chromium" bash deploy/e2e.sh
else missing "Playwright in Chromium" "no /usr/bin/chromium; apt-get install chromium"; fi

say "What ran where"
printf '%s\n' "${results[@]}"
exit $failed
