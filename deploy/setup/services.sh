#!/usr/bin/env bash
# PostgreSQL and Redis on loopback. Writes var/services.env with the addresses the tests use.
. "$(dirname "$0")/common.sh"

start_redis() {
  answers 6379 && return
  command -v redis-server >/dev/null || apt_install redis-server || fail "Redis is missing: apt-get install redis-server"
  answers 6379 || redis-server --daemonize yes --bind 127.0.0.1 --port 6379 --save "" --appendonly no >/dev/null
}

start_postgres() {
  answers 5432 && return
  [ -d /usr/lib/postgresql ] || apt_install postgresql || fail "PostgreSQL is missing: apt-get install postgresql"
  local version
  version=$(ls /usr/lib/postgresql | sort -n | tail -1)
  answers 5432 || as_root pg_ctlcluster --skip-systemctl-redirect "$version" main start ||
    fail "PostgreSQL does not start: pg_ctlcluster $version main start"
}

wait_for() {
  for _ in $(seq 50); do answers "$1" && return; sleep 0.2; done
  fail "$2 does not answer on 127.0.0.1:$1"
}

# psql as whoever may create roles here.
administer() {
  psql -qtAX -h 127.0.0.1 -U postgres -d postgres -w "$@" 2>/dev/null ||
    as_root su postgres -s /bin/sh -c 'psql -qtAX -d postgres "$@"' -- sh "$@"
}

start_redis
start_postgres
wait_for 6379 Redis
wait_for 5432 PostgreSQL

if [ -f var/services.env ]; then . var/services.env; fi
if ! psql -qtAX "${JIANGXIN_TEST_DATABASE_URL:-postgresql://jiangxin@127.0.0.1:5432/postgres}" -w -c 'select 1' >/dev/null 2>&1; then
  password=$(head -c 18 /dev/urandom | base64 | tr -d '+/=')
  administer -c "do \$\$ begin if not exists (select from pg_roles where rolname = 'jiangxin') then create role jiangxin; end if; end \$\$" \
    -c "alter role jiangxin login createdb password '$password'" >/dev/null ||
    fail "cannot create the role jiangxin in PostgreSQL; create it yourself and set JIANGXIN_TEST_DATABASE_URL in var/services.env"
  url="postgresql://jiangxin:$password@127.0.0.1:5432/postgres"
else
  url="${JIANGXIN_TEST_DATABASE_URL:-postgresql://jiangxin@127.0.0.1:5432/postgres}"
fi
(umask 077; printf 'export JIANGXIN_TEST_DATABASE_URL=%s\nexport JIANGXIN_TEST_REDIS_URL=%s\n' "$url" redis://127.0.0.1:6379/9 >var/services.env)
say "PostgreSQL and Redis answer on loopback."
