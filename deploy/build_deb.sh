#!/usr/bin/env bash
# Makes the Debian package of the release build: deploy/build_deb.sh [FOLDER], printing its path.
set -euo pipefail
cd "$(dirname "$0")/.."

out=${1:-build/release}
binary=build/release/etabli
[ -x "$binary" ] || { echo "deploy/build_deb.sh: build it first (bin/build)" >&2; exit 1; }
version=$(sed -nE 's/^project\(etabli VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
architecture=$(dpkg --print-architecture)
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT

install -d "$stage/DEBIAN" "$stage/usr/bin" "$stage/etc/etabli" "$stage/usr/lib/systemd/system" \
  "$stage/usr/share/doc/etabli"
for program in "$binary" build/release/etabli-media build/release/etabli-evidence; do
  [ -x "$program" ] || continue
  strip --strip-unneeded -o "$stage/usr/bin/${program##*/}" "$program"
  chmod 0755 "$stage/usr/bin/${program##*/}"
done
install -m 0640 deploy/environment "$stage/etc/etabli/environment"
install -m 0644 deploy/etabli.service "$stage/usr/lib/systemd/system/"
install -m 0644 deploy/Caddyfile docs/operations/*.md CHANGELOG.md "$stage/usr/share/doc/etabli/"
gzip -9n "$stage/usr/share/doc/etabli/CHANGELOG.md"
for script in postinst prerm postrm; do install -m 0755 "deploy/debian/$script" "$stage/DEBIAN/"; done
echo /etc/etabli/environment > "$stage/DEBIAN/conffiles"

# The packages of the libraries it is linked with; with merged /usr a file is known by either path.
package_of() {
  local library=$1 name
  for name in "$library" "/usr$library" "${library#/usr}" "$(readlink -f "$library")"; do
    dpkg-query -S "$name" 2>/dev/null && return
  done
  echo "deploy/build_deb.sh: no package holds $library" >&2
  return 1
}
needs=$(for program in "$stage"/usr/bin/*; do
  needed=$(readelf -d "$program" | sed -nE 's/.*NEEDED.*\[(.*)\]/\1/p')
  ldd "$program" | awk '$3 ~ "^/" {print $1, $3}' | while read -r name path; do
    if grep -qxF "$name" <<<"$needed"; then package_of "$path" | cut -d: -f1; fi
  done
done | sort -u | paste -sd, | sed 's/,/, /g')

cat > "$stage/DEBIAN/control" <<TEXT
Package: etabli
Version: $version
Architecture: $architecture
Maintainer: Établi <exploitation@etabli.example>
Installed-Size: $(du -sk "$stage" | cut -f1)
Depends: adduser, tzdata, ca-certificates, $needs
Suggests: caddy, postgresql (>= 15)
Section: web
Priority: optional
Description: platform on which small service businesses run their work
 Requests, visits, projects, and the portal their own clients use, served by one
 program with its database inside.
TEXT
package="$out/etabli_${version}_$architecture.deb"
dpkg-deb --root-owner-group --build "$stage" "$package" >&2
echo "$package"
