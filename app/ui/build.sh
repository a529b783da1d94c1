#!/usr/bin/env bash
# Builds or tests the browser's pages for Maven, and only where something has changed.
#   build.sh build FOLDER   bundles into dist/ and copies that to FOLDER
#   build.sh test [SKIP …]  checks the types and runs the tests, unless a SKIP is `true`
# Without Node the app is built all the same, without its pages; where CI is set that is an error.
set -euo pipefail

from="$PWD"
cd -P "$(dirname "${BASH_SOURCE[0]}")"
what="${1:?build or test}"
needed=18
if [ "$what" = test ]; then
  for skip in "${@:2}"; do
    [ "$skip" != true ] || exit 0
  done
fi

missing() {
  if [ "${CI:-}" = true ]; then
    echo "The browser's pages cannot be built: $1" >&2
    exit 1
  fi
  [ "$what" = test ] || echo "[WARNING] Casus is built without its browser pages: $1" >&2
  exit 0
}

version="$(node -p 'process.versions.node.split(".")[0]' 2>/dev/null)" || missing "Node $needed or newer is not installed."
[ "$version" -ge "$needed" ] || missing "Node $needed or newer is needed, and this is Node $version."
command -v npm >/dev/null || missing "npm is not installed."

# Whether anything that `$1` was made of is newer than it. Folders count: a removed file shows in nothing else.
stale() {
  local mark="$1"
  shift
  [ ! -e "$mark" ] || [ -n "$(find "$@" -newer "$mark" -print 2>/dev/null | head -n 1)" ]
}

if stale node_modules/.installed package.json package-lock.json; then
  log="$(mktemp)"
  if ! npm ci --no-audit --no-fund --loglevel=error >"$log" 2>&1; then
    # Half an installation must not be taken for a whole one.
    rm -f node_modules/.installed
    why="npm ci failed: $(sed -n 's/^npm \(error\|ERR!\) *//p' "$log" | grep -v '^$\|^code' | head -n 1 || true)"
    rm -f "$log"
    missing "$why"
  fi
  rm -f "$log"
  touch node_modules/.installed
fi

sources="src package.json package-lock.json tsconfig.json build.mjs build.sh"

case "$what" in
  build)
    to="${2:?where to}"
    case "$to" in /*) ;; *) to="$from/$to" ;; esac
    # The mark is as old as the start of the work: what changes meanwhile is built the next time.
    # shellcheck disable=SC2086
    if stale dist/.built $sources; then
      touch node_modules/.begun
      node build.mjs
      touch -r node_modules/.begun dist/.built
    fi
    if ! cmp -s dist/manifest.json "$to/manifest.json" || ! cmp -s dist/index.html "$to/index.html"; then
      rm -rf "$to"
      mkdir -p "$to"
      cp dist/* "$to/"
    fi
    ;;
  test)
    # shellcheck disable=SC2086
    if stale node_modules/.tested $sources test vitest.config.ts size.mjs; then
      touch node_modules/.begun
      npm run --silent check
      npm test --silent
      npm run --silent build
      npm run --silent size
      touch -r node_modules/.begun node_modules/.tested
    fi
    ;;
  *)
    echo "build or test, not $what" >&2
    exit 2
    ;;
esac
