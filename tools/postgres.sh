#!/usr/bin/env bash
# A throw-away PostgreSQL server for the tests.
#   tools/postgres.sh start FOLDER   makes a cluster in FOLDER (new), starts it, prints its URL
#   tools/postgres.sh stop FOLDER    stops it and removes FOLDER
# It listens on a unix socket in FOLDER only, so nothing else on the machine is
# met. PostgreSQL refuses to run as root; then it runs as the user "postgres",
# whom Debian's package makes.
set -euo pipefail

usage() { sed -n '2,8s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -eq 2 ] || usage
action=$1 folder=$2

programs=$(find /usr/lib/postgresql -mindepth 2 -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$programs" ] || { echo "tools/postgres.sh: PostgreSQL is not installed (Debian: postgresql)" >&2; exit 1; }

as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && setpriv --reuid=postgres --regid=postgres --init-groups env HOME="$folder" "$@")
  else
    "$@"
  fi
}

start() {
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd)
  if [ "$(id -u)" -eq 0 ]; then chown postgres: "$folder"; fi
  as_owner "$programs/initdb" --pgdata="$folder/cluster" --username=haidang --auth=trust \
    --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
  # fsync off: the cluster lives as long as one test run.
  as_owner "$programs/pg_ctl" --pgdata="$folder/cluster" --log="$folder/server.log" --wait --timeout=60 \
    --options="-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off -c max_connections=100" \
    start >"$folder/start.log" 2>&1 || { cat "$folder/start.log" "$folder/server.log" >&2; exit 1; }
  echo "postgresql:///postgres?host=$folder&user=haidang"
}

stop() {
  [ -d "$folder/cluster" ] || return 0
  folder=$(cd "$folder" && pwd)
  as_owner "$programs/pg_ctl" --pgdata="$folder/cluster" --mode=immediate --wait stop >/dev/null 2>&1 || true
  rm -rf -- "$folder"
}

case $action in
  start) start ;;
  stop) stop ;;
  *) usage ;;
esac
