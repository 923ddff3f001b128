#!/usr/bin/env bash
# How long an unpacked Coalmine takes from the start of its process until it is ready; the last line is the median.
#   docker/start-time.sh [folder] [times]
# JAVA names another java; SPRING_DATASOURCE_… another database than one in a temporary file.
set -euo pipefail

compiler=$(cd "$(dirname "$0")" && pwd)/compiler.json
app=$(cd "${1:-app}" && pwd)
times=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SERVER_PORT=${SERVER_PORT:-18080} SANDBOX_PORT=${SANDBOX_PORT:-18090} SANDBOX_DATA=$work/sandbox
export SPRING_DATASOURCE_URL=${SPRING_DATASOURCE_URL:-"jdbc:h2:file:$work/coalmine;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"}
cd "$app" # the cache fits this class path only
flags=(-XX:+UseSerialGC -XX:CompileThresholdScaling=3 -XX:+UnlockDiagnosticVMOptions "-XX:CompilerDirectivesFile=$compiler")
[ -f coalmine.aot ] && flags+=(-XX:AOTCache=coalmine.aot -Xlog:aot=off)

ready() {
  { exec 3<>"/dev/tcp/127.0.0.1/$SERVER_PORT"; } 2>/dev/null || return 1
  printf 'GET /actuator/health/readiness HTTP/1.0\r\n\r\n' >&3
  head -n 1 <&3 | grep -q ' 200'
}

start() {
  local begin=$EPOCHREALTIME
  "${JAVA:-java}" "${flags[@]}" -jar coalmine.jar >"$work/log" 2>&1 &
  local process=$!
  until ready; do
    kill -0 "$process" 2>/dev/null || { cat "$work/log" >&2; exit 1; }
    sleep 0.02
  done
  local end=$EPOCHREALTIME
  kill "$process"
  wait "$process" || true
  echo $(((${end/./} - ${begin/./}) / 1000))
}

echo "first start, making the tables: $(start) ms"
for _ in $(seq "$times"); do start; done | tee "$work/times" | sed 's/$/ ms/'
echo "median: $(sort -n "$work/times" | sed -n "$(((times + 1) / 2))p") ms"
