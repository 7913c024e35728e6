#!/usr/bin/env bash
# Tries the project on a Debian 12 with nothing prepared: debootstraps one in a folder, clones the
# last commit into it, runs commands there, and removes the folder.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
  cat <<'TEXT'
Usage: tools/try_fresh.sh [--keep] [COMMAND]      (as root; default: bin/setup test && bin/build)

The mirror, proxies, certificates and npm settings are those of this machine. --keep leaves the
folder, whose name is printed first, and reuses it when FRESH_FOLDER names it.
TEXT
  exit
fi

keep=; [ "${1:-}" != --keep ] || { keep=yes; shift; }
command=${1:-bin/setup test && bin/build}
[ "$(id -u)" = 0 ] || { echo "tools/try_fresh.sh: debootstrap and chroot need root" >&2; exit 1; }

folder=${FRESH_FOLDER:-$(mktemp -d /var/tmp/etabli-fresh.XXXXXX)}
mounts=()
finish() {
  for place in "${mounts[@]}"; do umount -l "$place"; done
  # Never remove a folder that still shows the machine's own files.
  if [ -z "$keep" ] && ! grep -q " $folder/" /proc/mounts; then rm -rf --one-file-system "$folder"; fi
}
trap finish EXIT
chmod 0755 "$folder"
echo "fresh Debian in $folder"

mirror=$({ cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null || :; } |
  grep -oE '^(deb |URIs:).*https?://[^ ]*/debian/?( |$)' | grep -oE 'https?://[^ ]+' | head -1)
if [ ! -e "$folder/etc/debian_version" ]; then
  debootstrap --variant=minbase bookworm "$folder" "${mirror:?no Debian mirror in the sources of apt}"
fi
cp /etc/apt/sources.list.d/debian.sources "$folder/etc/apt/sources.list.d/" 2>/dev/null &&
  rm -f "$folder/etc/apt/sources.list"
for file in /etc/apt/apt.conf /etc/apt/apt.conf.d/*; do
  [ ! -f "$file" ] || ! grep -qiE '^\s*Acquire.*(Proxy|Verify|CaInfo)' "$file" || cp "$file" "$folder$file"
done
cp -L /etc/resolv.conf /etc/hosts "$folder/etc/"
[ ! -f ~/.npmrc ] || cp ~/.npmrc "$folder/root/"

# One bundle under a name of its own: installing ca-certificates would overwrite the usual one.
variables=(HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin)
for name in SSL_CERT_FILE NODE_EXTRA_CA_CERTS CURL_CA_BUNDLE GIT_SSL_CAINFO; do
  file=${!name:-}
  [ -f "$file" ] || continue
  cp -L "$file" "$folder/etc/$name.pem"
  variables+=("$name=/etc/$name.pem")
done
while IFS= read -r variable; do variables+=("$variable"); done \
  < <(env | grep -iE '^((https?|no|ftp)_proxy|npm_config_[a-z_]+)=' || :)

for place in proc dev; do
  if mount --rbind "/$place" "$folder/$place" 2>/dev/null; then
    mount --make-rslave "$folder/$place"; mounts=("$folder/$place" "${mounts[@]}")
  fi
done
rm -rf "$folder/srv/etabli"
git clone --quiet --no-hardlinks . "$folder/srv/etabli"
began=$SECONDS
chroot "$folder" env -i "${variables[@]}" bash -c "cd /srv/etabli && $command" </dev/null
echo "took $((SECONDS - began)) s, with $(nproc) cores"
