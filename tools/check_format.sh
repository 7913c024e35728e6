#!/usr/bin/env bash
# Fails naming the C++ files that clang-format 14 would change.
#   tools/check_format.sh             every tracked C++ file
#   tools/check_format.sh --self-test proves that a badly formatted file is refused
set -euo pipefail
cd "$(dirname "$0")/.."

readonly LANES=2 BATCH=25 # files a process

# Prints those of the files named on its input that clang-format would change: its own messages are longer than the files.
crooked() {
  local messages
  messages=$(xargs --null --max-procs="$LANES" --max-args="$BATCH" clang-format-14 --dry-run 2>&1) || { echo "$messages" >&2; return 1; }
  sed --quiet 's/^\([^ :]*\):[0-9]*:[0-9]*: warning: code should be clang-formatted.*/\1/p' <<<"$messages" | sort --unique
}

if [ "${1:-}" = --self-test ]; then
  found=$(printf '%s\0' tools/good_examples/format/indented.cpp tools/bad_examples/format/crooked.cpp | crooked)
  if [ "$found" != tools/bad_examples/format/crooked.cpp ]; then
    echo "format: of a good and a bad example, refused: « $found »" >&2; exit 1
  fi
  echo "2 passed, 0 failed"; exit
fi

mapfile -d '' -t files < <(git ls-files -z -- '*.cpp' '*.hpp' ':!tools/bad_examples')
present=()
for file in "${files[@]}"; do
  [ ! -e "$file" ] || present+=("$file")
done
failed=$(printf '%s\0' "${present[@]}" | crooked)
if [ -n "$failed" ]; then
  echo "$failed" | sed 's/^/not formatted (bin\/format mends it): /' >&2; exit 1
fi
echo "${#present[@]} files formatted"
