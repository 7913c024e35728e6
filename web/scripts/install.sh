#!/usr/bin/env bash
# Installs the packages of package-lock.json; called by bin/setup and by CMake.
set -euo pipefail
cd "$(dirname "$0")/.."

# npm leaves out optional packages that do not support the Node it runs on, and Debian's is older
# than the locked one, which alone runs them: so npm is told the locked one's version.
NODE_OPTIONS="--require $PWD/scripts/as_locked_node.cjs" \
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
node=(node_modules/node-linux-*/bin/node)
ln -sfr "${node[0]}" node_modules/.bin/node # npm 9 forgets it
touch node_modules/.package-lock.json
