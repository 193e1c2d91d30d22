#!/usr/bin/env bash
# python.sh [dev]: .venv with the pinned packages, and Pango for certificates.
. "$(dirname "$0")/common.sh"

lock=requirements.lock; [ "${1:-}" = dev ] && lock=requirements-dev.lock

find_python() {
  local found
  for found in python3 python3.14 python3.13 python3.12 python3.11; do
    command -v "$found" >/dev/null && "$found" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null &&
      { echo "$found"; return; }
  done
  return 1
}

if [ ! -x .venv/bin/python ] || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  python=$(find_python) || fail "Python 3.11 or newer is needed (Debian: apt-get install python3)."
  say "Making .venv with $($python --version)"
  rm -rf .venv
  if ! "$python" -m venv .venv >var/venv.log 2>&1; then
    rm -rf .venv
    apt_install python3-venv || fail "python3-venv is missing: apt-get install python3-venv"
    "$python" -m venv .venv
  fi
fi

# The development lock holds everything of the other, so it also satisfies it.
if ! unchanged .venv/requirements-dev.lock.sum requirements-dev.lock && ! unchanged ".venv/$lock.sum" "$lock"; then
  say "Installing the pinned Python packages"
  .venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock"
  echo "$sum" >".venv/$lock.sum"
fi

if ! .venv/bin/python -c 'import weasyprint' >/dev/null 2>&1; then
  say "Installing Pango"
  apt_install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 ||
    fail "Pango is missing: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
fi
