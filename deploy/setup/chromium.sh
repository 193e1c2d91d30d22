#!/usr/bin/env bash
# Debian's Chromium, for Playwright; false when it cannot be had.
. "$(dirname "$0")/common.sh"

[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || apt_install chromium
