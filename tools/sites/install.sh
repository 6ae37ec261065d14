#!/usr/bin/env bash
# Installs the programs that the tests of sites need, on Debian as root. Starts no service and opens
# no port.
set -euo pipefail
cd "$(dirname "$0")/../.."
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
apt-get -o DPkg::Lock::Timeout=600 update -q
apt-get -o DPkg::Lock::Timeout=600 install -qy --no-install-recommends \
  php-cli php-mysql php-xml php-mbstring php-curl mariadb-server-core mariadb-client-core hugo jekyll
# Only unpacks WordPress, because installing the package would also install a web server.
mkdir -p .cache/wordpress
(cd .cache/wordpress && apt-get download -q wordpress libjs-cropper libjs-underscore php-getid3 \
  wordpress-theme-twentytwentythree && for package in *.deb; do dpkg -x "$package" .; done)
# The unpacked files link to system folders. Redirects the links to the unpacked packages.
(cd .cache/wordpress && find usr -lname '/*' | while read -r link; do
  target="$(readlink "$link")"
  [ -e "$PWD$target" ] && ln -sfn "$PWD$target" "$link"
done)
npm ci --prefix tools/sites
