#!/usr/bin/env bash
# Judges every tracked shell script with shellcheck, after proving that it refuses the bad example.
set -euo pipefail
cd "$(dirname "$0")/.."

if shellcheck tools/bad_examples/shell/unquoted.sh >/dev/null; then
  echo "shell: the bad example was accepted" >&2; exit 1
fi
mapfile -t scripts < <(git ls-files -z -- ':!tools/bad_examples' | xargs -0 grep -lE '^#!.*\bbash|^# shellcheck shell=')
shellcheck -x "${scripts[@]}"
echo "${#scripts[@]} scripts"
