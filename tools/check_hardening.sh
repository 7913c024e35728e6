#!/usr/bin/env bash
# Fails naming each protection of docs/decisions/0003-hardening.md that a binary does not carry.
#   tools/check_hardening.sh BINARY…
#   tools/check_hardening.sh --self-test   proves that a binary built without them is refused
set -euo pipefail
cd "$(dirname "$0")/.."

check() { # prints the protections BINARY lacks
  local headers dynamic symbols
  headers=$(readelf -hlW "$1") dynamic=$(readelf -dW "$1") symbols=$(readelf --dyn-syms -W "$1")
  grep -q 'Type:.*DYN (Position-Independent' <<<"$headers" || echo "not position independent"
  grep -q 'GNU_RELRO' <<<"$headers" || echo "no read-only relocations (RELRO)"
  grep -qE 'BIND_NOW|FLAGS_1.*NOW' <<<"$dynamic" || echo "symbols bound lazily (no BIND_NOW)"
  grep -qE 'GNU_STACK.* RW +0x' <<<"$headers" || echo "executable stack"
  grep -q '__stack_chk_fail' <<<"$symbols" || echo "no stack protector"
  grep -qE '_chk@' <<<"$(grep -v __stack_chk <<<"$symbols")" || echo "no fortified call"
  ! grep -qE '(RPATH|RUNPATH|TEXTREL)' <<<"$dynamic" || echo "RPATH, RUNPATH or text relocations"
}

expect() { # expect NAME MISSING-WORDS FLAGS...: builds the example with FLAGS and judges it
  local name=$1 words=$2 found
  shift 2
  g++ -O2 "$@" -o "$folder/$name" tools/bad_examples/hardening/copies.cpp
  found=$(check "$folder/$name")
  if { [ -z "$words" ] && [ -z "$found" ]; } || { [ -n "$words" ] && grep -q "$words" <<<"$found"; }; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1)); echo "$name: expected « $words », found « $found »"
  fi
}

if [ "${1:-}" = --self-test ]; then
  folder=$(mktemp -d) passed=0 failed=0
  trap 'rm -rf "$folder"' EXIT
  good=(-fPIE -pie -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3
    '-Wl,-z,relro,-z,now,-z,noexecstack')
  expect good "" "${good[@]}"
  expect no-pie "position independent" "${good[@]}" -no-pie -fno-PIE
  expect lazy "bound lazily" "${good[@]}" -Wl,-z,lazy
  expect norelro "RELRO" "${good[@]}" -Wl,-z,norelro
  expect execstack "executable stack" "${good[@]}" -Wl,-z,execstack
  expect no-canary "stack protector" "${good[@]}" -fno-stack-protector
  expect no-fortify "fortified" "${good[@]}" -U_FORTIFY_SOURCE
  expect rpath "RPATH" "${good[@]}" -Wl,-rpath,/tmp
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]; exit
fi

judge() { # judge BINARY
  local lacking
  [ -f "$1" ] || { echo "no binary at $1"; return 1; }
  lacking=$(check "$1")
  [ -z "$lacking" ] || { printf '%s:\n%s\n' "$1" "$lacking"; return 1; }
  echo "$1: position independent, full RELRO, no executable stack, stack protector, fortified"
}

: "${1:?Usage: tools/check_hardening.sh BINARY…}"
failed=0
for binary; do judge "$binary" || failed=1; done
exit "$failed"
