# Sourced by the scripts beside it: finds a JDK, builds the module when its sources are newer, runs a class of it.
# CASUS_BENCH_PATH, a class path, stands in for what would be built: for tests.

bench_home="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
. "$bench_home/bin/find-jdk.sh"

bench_build() {
  local jar="$bench_home/bench/target/casus-bench.jar"
  if [ -f "$jar" ] && [ -z "$(find "$bench_home"/{pom.xml,engine/pom.xml,engine/src/main,bench/pom.xml,bench/src/main} \
    -newer "$jar" -print 2>/dev/null | head -n 1)" ]; then
    return 0
  fi
  echo "Building the benchmarks…" >&2
  (cd "$bench_home" && JAVA_HOME="$1" MAVEN_OPTS="${MAVEN_OPTS:-} $casus_quiet_maven" \
    mvn -B -ntp -q -Dmaven.test.skip=true -Dspotless.check.skip=true -pl bench -am package) >&2
}

# bench_java CLASS ARGUMENT…
bench_java() {
  local jdk path flags
  if ! jdk="$(casus_find_jdk)"; then
    echo "$casus_no_jdk" >&2
    exit 2
  fi
  path="${CASUS_BENCH_PATH:-}"
  if [ -z "$path" ]; then
    bench_build "$jdk"
    path="$bench_home/bench/target/casus-bench.jar"
  fi
  flags=(-XX:+UseParallelGC -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8)
  ! grep -qs 'jdk\.incubator\.vector' "$jdk/release" || flags+=(--add-modules=jdk.incubator.vector)
  # shellcheck disable=SC2086
  exec "$jdk/bin/java" "${flags[@]}" ${CASUS_JAVA_OPTS:-} "-Dcasus.home=$bench_home" -cp "$path" "$@"
}
