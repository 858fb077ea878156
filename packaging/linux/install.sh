#!/bin/sh
# Install the packaged Newsdesk for this person, or below another folder: ./install.sh [PREFIX]
# To remove it: rm -r PREFIX/lib/newsdesk, and the files that this script names.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
prefix=${1:-$HOME/.local}
id=local.newsdesk.Newsdesk

mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share/applications"
rm -rf "$prefix/lib/newsdesk"
cp -R "$here" "$prefix/lib/newsdesk"
ln -sf ../lib/newsdesk/newsdesk "$prefix/bin/newsdesk"
cp -R "$here/share/icons" "$here/share/metainfo" "$prefix/share/"
# A desktop's PATH may lack PREFIX/bin, so its entry names the program in full.
sed "s,^Exec=newsdesk,Exec=\"$prefix/bin/newsdesk\",; s,^TryExec=newsdesk,TryExec=$prefix/bin/newsdesk," \
    "$here/share/applications/$id.desktop" >"$prefix/share/applications/$id.desktop"
printf '%s\n' "$prefix/bin/newsdesk" "$prefix/share/applications/$id.desktop" \
    "$prefix/share/metainfo/$id.metainfo.xml" "$prefix"/share/icons/hicolor/*/apps/"$id".*
