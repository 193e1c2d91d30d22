#!/usr/bin/env bash
# server.sh PORT: one process that serves everything, embedded. The environment says which data.
exec .venv/bin/uvicorn config.asgi:application --host "${HOST:-127.0.0.1}" --port "$1" --ws websockets-sansio \
  --lifespan off --no-server-header --log-level "${UVICORN_LOG:-warning}" --ws-per-message-deflate false
