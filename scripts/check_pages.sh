#!/bin/sh
# Checks exported pages as strict readers do: the Nu HTML checker (0 errors) and axe-core in Chromium, at phone and
# desktop width, light and dark (0 violations).
#
#   scripts/check_pages.sh [FOLDER]
#
# FOLDER is an exported site; without it, the sample newsroom is exported twice, with a base URL and without.
# Needs node, npm and chromium. Tools are kept in build/check. Exit 0: nothing found, 1: something, 3: could not.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=$root/build/check
mkdir -p "$work"

for tool in node npm chromium; do
    if ! command -v "$tool" >/dev/null; then
        echo "check_pages: $tool is missing; install it first: apt-get install nodejs npm chromium" >&2
        exit 3
    fi
done
if ! command -v java >/dev/null; then
    echo "check_pages: java is missing; installing default-jre-headless with apt-get" >&2
    apt-get update -qq && apt-get install -y -qq default-jre-headless >/dev/null || exit 3
fi

if [ ! -d "$work/node_modules/axe-core" ]; then
    (cd "$work" && PUPPETEER_SKIP_DOWNLOAD=1 npm install --silent --no-save --no-package-lock --prefix . \
        vnu-jar axe-core puppeteer-core) || exit 3
fi
cp "$here/check_pages.mjs" "$work/"

export_sample() {
    rm -rf "$work/newsroom" "$work/site" "$work/site-bare"
    newsdesk=$root/.venv/bin/newsdesk
    "$newsdesk" new "$work/newsroom" --sample
    "$newsdesk" -n "$work/newsroom" export site "$work/site" --base-url https://harbour.example/
    "$newsdesk" -n "$work/newsroom" export site "$work/site-bare"
}

if [ $# -gt 0 ]; then
    set -- "$(cd "$1" && pwd)"
else
    export_sample || exit 3
    set -- "$work/site" "$work/site-bare"
fi

found=0
for site in "$@"; do
    pages=$(find "$site" -name '*.html' | wc -l)
    if [ "$pages" -eq 0 ]; then
        echo "check_pages: no page in $site" >&2
        exit 3
    fi
    if java -jar "$work/node_modules/vnu-jar/build/dist/vnu.jar" --skip-non-html --errors-only "$site"; then
        echo "Nu: $pages pages, 0 errors in $site"
    else
        echo "Nu: errors in $site"
        found=1
    fi
    (cd "$work" && node check_pages.mjs "$site") || found=1
done
exit $found
