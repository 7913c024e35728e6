#!/usr/bin/env bash
# Fails when etabli.service is less closed than it says. Ends with « N passed, N failed ».
set -euo pipefail
cd "$(dirname "$0")"

# Tenths: 15 is the 1.5 that the operator was promised.
if systemd-analyze security --offline=true --threshold=15 etabli.service >/dev/null; then
  echo "1 passed, 0 failed"
  exit
fi
systemd-analyze security --offline=true etabli.service | tail -1
echo "0 passed, 1 failed"
exit 1
