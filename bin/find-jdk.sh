# Sourced by the launcher, by CI and by bin/format: finds a JDK that is new enough.
# Works in the old bash of macOS too, so no arrays by name and no mapfile.

CASUS_JDK_NEEDED=25

# The feature version of the JDK at $1, or nothing. `release` is read first: it costs no start of a JVM.
casus_jdk_version() {
  local home="$1" version=""
  [ -x "$home/bin/java" ] && [ -x "$home/bin/javac" ] || return 0
  if [ -r "$home/release" ]; then
    version="$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$home/release" | head -n 1)"
  fi
  if [ -z "$version" ]; then
    version="$("$home/bin/java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)" || true
  fi
  printf '%s' "$version"
}

# Every place worth a look, best first, one a line. CASUS_JDK_DIRS (folders, joined by colons)
# stands in for the system's own folders: for JDKs kept elsewhere, and for tests.
casus_jdk_places() {
  local dir home tool
  [ -z "${CASUS_JAVA_HOME:-}" ] || printf '%s\n' "$CASUS_JAVA_HOME"
  [ -z "${JAVA_HOME:-}" ] || printf '%s\n' "$JAVA_HOME"
  local dirs="${CASUS_JDK_DIRS-/usr/lib/jvm:/usr/lib64/jvm:/usr/java:/Library/Java/JavaVirtualMachines:/opt}"
  local IFS=:
  for dir in $dirs ${HOME:+"$HOME/.sdkman/candidates/java"}; do
    for home in "$dir"/*; do
      # In /opt anything may live; elsewhere every folder is a JVM.
      case "$home" in
        /opt/*) case "${home#/opt/}" in java* | jdk* | temurin* | openjdk* | zulu* | graalvm*) ;; *) continue ;; esac ;;
      esac
      if [ -d "$home/Contents/Home" ]; then
        printf '%s\n' "$home/Contents/Home"
      elif [ -d "$home" ]; then
        printf '%s\n' "$home"
      fi
    done
  done
  if tool="$(command -v javac 2>/dev/null)"; then
    # A javac on the PATH is often a chain of links: its real place tells its home.
    while [ -L "$tool" ]; do
      dir="$(cd -P "$(dirname "$tool")" && pwd)"
      tool="$(readlink "$tool")"
      case "$tool" in /*) ;; *) tool="$dir/$tool" ;; esac
    done
    (cd -P "$(dirname "$tool")/.." && pwd) || true
  fi
}

# Prints the home of the first JDK that is new enough; fails, saying nothing, when there is none.
casus_find_jdk() {
  local home version
  while IFS= read -r home; do
    version="$(casus_jdk_version "$home")"
    if [ -n "$version" ] && [ "$version" -ge "$CASUS_JDK_NEEDED" ]; then
      printf '%s\n' "$home"
      return 0
    fi
  done <<EOF
$(casus_jdk_places)
EOF
  return 1
}

# What to say when there is none.
casus_no_jdk="Casus needs a JDK $CASUS_JDK_NEEDED or newer and found none: install one, or set CASUS_JAVA_HOME to its folder."

# Maven and its libraries reach into the JDK in ways that a new JDK warns about on every run; not our news.
casus_quiet_maven="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
