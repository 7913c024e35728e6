#!/usr/bin/env bash
# Fails naming the C++ files that clang-format 14 would change.
#   tools/check_format.sh             every tracked C++ file
#   tools/check_format.sh --self-test proves that a badly formatted file is refused
set -euo pipefail
cd "$(dirname "$0")/.."

check() { clang-format-14 --dry-run -Werror "$1" 2>/dev/null; } # its messages are longer than the files

if [ "${1:-}" = --self-test ]; then
  check tools/good_examples/format/indented.cpp
  if check tools/bad_examples/format/crooked.cpp; then
    echo "format: the bad example was accepted" >&2; exit 1
  fi
  echo "2 passed, 0 failed"; exit
fi

mapfile -t files < <(git ls-files -- '*.cpp' '*.hpp' ':!tools/bad_examples')
failed=()
for file in "${files[@]}"; do
  [ ! -e "$file" ] || check "$file" || failed+=("$file")
done
if [ ${#failed[@]} -gt 0 ]; then
  printf 'not formatted (bin/format mends it): %s\n' "${failed[@]}" >&2; exit 1
fi
echo "${#files[@]} files formatted"
