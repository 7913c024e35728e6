# shellcheck shell=bash
# The steps of bin/ci, in order: step NAME SECONDS COMMAND…
# A check proves on its own bad examples that it still refuses, then judges the project.

# Seconds for a step that can read less: MOST of them, or what is left before the last KEPT.
spare() { # spare MOST KEPT
  local left=$((DEADLINE - SECONDS - $2))
  echo $((left > $1 ? $1 : left > 20 ? left : 20))
}

step "Setup" 600 bin/setup test
step "Format: bad example" 30 tools/check_format.sh --self-test
step "Format" 120 tools/check_format.sh
for check in architecture sql translations docs asvs; do
  step "${check^}: bad examples" 60 python3 "tools/check_$check.py" --self-test
  step "${check^}" 60 python3 "tools/check_$check.py"
done
step "TypeScript types" 60 web/node_modules/.bin/node web/node_modules/typescript/bin/tsc --noEmit -p web
step "Shell scripts" 60 tools/check_shell.sh
step "Test runner: bad suites" 30 python3 tools/run_tests.py --self-test
step "Build, warnings are errors" 1200 bin/build release
step "Headers compile alone" 400 bin/build release headers -- -k 0
step "Hardening: bad example" 30 tools/check_hardening.sh --self-test
step "Hardening read off the binaries" 30 tools/check_hardening.sh build/release/etabli build/release/etabli-evidence
# What comes after the walks takes seven minutes on a slow day: a walk begun later would be cut with all the others.
WALKS_UNTIL=$(($(date +%s) + DEADLINE - SECONDS - 480)) step "Tests" 1700 bin/test
step "Tests under ASan and UBSan, without Beast" 700 tools/test_sanitized
step "Fuzzing what reads bytes from outside" 300 tools/fuzz 8
step "clang-tidy: bad example" 60 python3 tools/check_tidy.py --self-test
step "clang-tidy, short list, newest files first" 300 python3 tools/check_tidy.py "$(spare 200 25)"
