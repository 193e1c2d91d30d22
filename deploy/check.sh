#!/usr/bin/env bash
# Everything that can be said without running the product. Goes through all checks, then says which failed.
. "$(dirname "$0")/setup/common.sh"

bash deploy/setup/python.sh dev
bash deploy/setup/node.sh
failed=()

run() {
  local name=$1 started=$SECONDS; shift
  if "$@" >var/check.log 2>&1; then printf '  ok      %-28s %3d s\n' "$name" $((SECONDS - started))
  else printf '  FAILED  %-28s %3d s\n' "$name" $((SECONDS - started)); tail -60 var/check.log; failed+=("$name")
  fi
}
in_frontend() { (cd frontend && npm run --silent "$@"); }
lock_files_clean() {
  ! grep -nE 'https?://|--index-url|--find-links' requirements.lock requirements-dev.lock frontend/package-lock.json |
    grep -v '"url": "https://\(github\|opencollective\|.*sponsor\|.*fund\)' | grep -E 'index-url|find-links|"resolved"|registry'
}

run "ruff" .venv/bin/ruff check .
run "ruff format" .venv/bin/ruff format --check .
run "mypy" .venv/bin/mypy config common people competition exams certificates scoring benchmarks tests manage.py
run "import-linter" .venv/bin/lint-imports
run "django check" .venv/bin/python manage.py check --fail-level WARNING
run "migrations complete" .venv/bin/python manage.py makemigrations --check --dry-run
run "API and event snapshots" .venv/bin/python manage.py openapi --check
run "front-end types of the API" in_frontend api:check
run "eslint" in_frontend lint
run "vue-tsc" in_frontend typecheck
run "both languages complete" in_frontend test -- --run src/i18n
run "lock files" lock_files_clean

[ ${#failed[@]} = 0 ] || fail "failed: ${failed[*]}"
