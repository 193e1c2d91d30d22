#!/usr/bin/env bash
# The front end's packages, exactly as locked.
. "$(dirname "$0")/common.sh"

command -v node >/dev/null || fail "Node.js 20.19 or newer is needed."
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
  fail "Node.js 20.19 or newer is needed; this is $(node --version)."

if ! unchanged frontend/node_modules/.lock.sum frontend/package-lock.json; then
  say "Installing the pinned Node packages"
  (cd frontend && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error)
  echo "$sum" >frontend/node_modules/.lock.sum
fi
