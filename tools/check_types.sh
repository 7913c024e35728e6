#!/usr/bin/env bash
# Type-checks the TypeScript of web/ with the locked compiler and Node.
set -euo pipefail
cd "$(dirname "$0")/../web"
node=(node_modules/node-linux-*/bin/node)
exec "${node[0]}" node_modules/typescript/bin/tsc --noEmit "$@"
