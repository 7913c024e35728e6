#!/usr/bin/env bash
# Installs the package in a Debian 12 with nothing else and lives there: start, sign-up page, backup,
# rehearsal, restore by the recovery sheet, upgrade, removal. Ends with « N passed, N failed ».
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = inside ]; then
  passed=0 failed=0
  # The folder shares the network of the machine: a port that nobody listens on.
  port=$((20000 + RANDOM % 10000))
  while (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do port=$((port + 1)); done
  check() {
    if "${@:2}" >/tmp/check.log 2>&1; then passed=$((passed + 1)); echo "ok      $1"; return; fi
    failed=$((failed + 1)); echo "FAILED  $1"; tail -20 /tmp/check.log
  }
  as_service() { runuser -u etabli -- env -i PATH=/usr/bin:/bin ETABLI_DATA=/var/lib/etabli "$@"; }
  check "the package installs" sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends /srv/etabli.deb curl systemd'
  check "its user owns the data folder alone" test "$(stat -c '%U %a' /var/lib/etabli)" = "etabli 700"
  check "the configuration is not for everybody" test "$(stat -c '%U %G %a' /etc/etabli/environment)" = "root etabli 640"
  check "the unit is understood" sh -c 'systemd-analyze verify --man=no /usr/lib/systemd/system/etabli.service'
  check "the unit is closed enough" systemd-analyze security --offline=true --threshold=15 /usr/lib/systemd/system/etabli.service
  # shellcheck disable=SC2046 # one variable a line
  as_service env $(grep -v '^#' /etc/etabli/environment) ETABLI_LISTEN=127.0.0.1:$port \
    ETABLI_BASE_URL=http://localhost:$port etabli serve >/tmp/serve.log 2>&1 &
  server=$!
  check "it is ready within 10 s" timeout 10 sh -c "until curl -fs http://127.0.0.1:$port/readyz; do sleep 0.2; done"
  check "it shows a page" sh -c "curl -fsL http://localhost:$port/ | grep -qi '<!doctype html'"
  check "demonstration workspaces are made in the server" sh -c 'runuser -u etabli -- env ETABLI_DATA=/var/lib/etabli etabli demo --json | grep -q workspaces'
  check "a backup is made in the server" as_service etabli backup
  cat /tmp/check.log
  check "and rehearsed" as_service etabli drill
  cat /tmp/check.log
  check "doctor finds nothing wrong" as_service etabli doctor
  as_service etabli recovery-sheet > /tmp/sheet
  check "the sheet is confirmed" sh -c 'grep "^    " /tmp/sheet | runuser -u etabli -- env ETABLI_DATA=/var/lib/etabli etabli recovery-sheet --confirm'
  kill "$server"; wait "$server" || :
  mv /var/lib/etabli/etabli.key /srv/
  check "the sheet alone restores" sh -c 'grep "^    " /tmp/sheet | runuser -u etabli -- env ETABLI_DATA=/var/lib/etabli etabli restore --recovery --to /var/lib/etabli/restored'
  cat /tmp/check.log
  as_service ETABLI_DATA=/var/lib/etabli/restored ETABLI_LISTEN=127.0.0.1:$port etabli serve >/tmp/serve.log 2>&1 &
  server=$!
  check "the restored copy is ready within 10 s" timeout 10 sh -c "until curl -fs http://127.0.0.1:$port/readyz; do sleep 0.2; done"
  kill "$server"; wait "$server" || :
  mv /srv/etabli.key /var/lib/etabli/
  check "installing it again changes nothing" sh -c 'dpkg -i /srv/etabli.deb && test -s /var/lib/etabli/etabli.sqlite'
  check "purging keeps the data" sh -c 'apt-get purge -y -qq etabli && test -s /var/lib/etabli/etabli.sqlite && ! test -e /usr/bin/etabli'
  echo "$passed passed, $failed failed"
  exit $((failed > 0))
fi

package=$(deploy/build_deb.sh)
folder=${FRESH_FOLDER:-$(mktemp -d /var/tmp/etabli-deb.XXXXXX)}
export FRESH_FOLDER=$folder
tools/try_fresh.sh --keep true
cp "$package" "$folder/srv/etabli.deb"
cp deploy/try_deb.sh "$folder/srv/"
status=0
tools/try_fresh.sh --keep "bash /srv/try_deb.sh inside" || status=$?
# Never remove a folder that still shows the machine's own files.
grep -q " $folder/" /proc/mounts || rm -rf --one-file-system "$folder"
exit $status
