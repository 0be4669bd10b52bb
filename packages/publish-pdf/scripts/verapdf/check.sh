#!/usr/bin/env bash
# Checks PDF files against PDF/UA-1 with veraPDF, from Maven Central: scripts/verapdf/check.sh file.pdf…
# Exit code 0: all hold; 1: some do not; 3: Java 17, Maven or Maven Central cannot be had here, so nothing was checked.
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
library=${VERAPDF_LIBRARY:-${XDG_CACHE_HOME:-$HOME/.cache}/high-recall/verapdf-1.30.2}

cannot() {
  echo "PDF/UA was not checked: $1" >&2
  exit 3
}

[ $# -gt 0 ] || { echo "Usage: $0 file.pdf…" >&2; exit 2; }
command -v java >/dev/null || cannot "there is no java"
command -v javac >/dev/null || cannot "there is no javac (a JDK, 17 or newer)"
if [ ! -f "$library/complete" ]; then
  command -v mvn >/dev/null || cannot "there is no mvn to fetch veraPDF with"
  log=$(mvn -q -B -f "$here/pom.xml" dependency:copy-dependencies "-DoutputDirectory=$library" 2>&1) ||
    cannot "Maven cannot fetch veraPDF: $(grep -m 1 ERROR <<<"$log")"
  touch "$library/complete"
fi
exec java -cp "$library/*" "$here/CheckUa.java" "$@"
