# shellcheck shell=bash
# Builds the server and the browser application, unless what is built is of the sources as they are.
#
# A build lives in a folder of its own, .chancery/build/FINGERPRINT, so that a running server keeps
# its files while a newer build or a test run is made beside it:
#   lib/   every jar, ours and others'     ui/   the browser application

readonly BUILDS="$ROOT/.chancery/build"

# A hash of names, sizes and times of everything that goes into the server's build.
fingerprint() {
  local sources=(pom.xml .mvn web-ui) module
  for module in "$ROOT"/*/pom.xml; do
    module="$(basename "$(dirname "$module")")"
    case "$module" in
      acceptance | benchmarks | docker | platform-module | share-module) ;;
      *) sources+=("$module/pom.xml" "$module/src/main") ;;
    esac
  done
  fingerprint_of "${sources[@]}"
}

# fingerprint_of PATH…: a hash of names, sizes and times of what lies there.
fingerprint_of() (
  cd "$ROOT" || exit 1
  { find "$@" \( -name node_modules -o -name dist \) -prune \
    -o -type f -printf '%p %s %T@\n' 2>/dev/null || true; } | LC_ALL=C sort | sha256sum | cut -c1-16
)

# Sets BUILT to the folder with the build of the present sources, making it when needed.
# CHANCERY_BUILT names one to use as it is (the tests do so).
ensure_built() {
  if [[ -n "${CHANCERY_BUILT:-}" ]]; then
    BUILT="$CHANCERY_BUILT"
    [[ -d "$BUILT/lib" ]] || fail "CHANCERY_BUILT=$BUILT holds no build"
    return 0
  fi
  mkdir -p "$BUILDS"
  local mark
  mark="$(fingerprint)"
  BUILT="$BUILDS/$mark"
  if [[ ! -e "$BUILT/complete" ]]; then
    build_locked
  fi
}

# One build at a time, whoever asks.
build_locked() {
  (
    flock 9
    if [[ ! -e "$BUILT/complete" ]]; then
      set_up_build
      build_ui
      build_server
      keep_build
    fi
  ) 9>"$ROOT/.chancery/build.lock"
}

build_server() {
  say "building the server (the first time, Maven fetches what it needs)"
  maven -q -DskipTests -pl standalone -am package || fail "the build failed; see the lines above"
}

# Compiles into web-ui/dist.
build_ui() {
  local mark stamp="$ROOT/web-ui/node_modules/.chancery-built"
  mark="$(fingerprint_of web-ui)"
  if [[ -f "$ROOT/web-ui/dist/index.html" && "$(cat "$stamp" 2>/dev/null)" == "$mark" ]]; then
    return 0
  fi
  say "building the browser application"
  ui_packages
  npm --prefix "$ROOT/web-ui" run --silent build </dev/null >&2 9>&- || fail "the browser application could not be built"
  echo "$mark" >"$stamp"
}

ui_packages() {
  npm_packages web-ui
}

# npm_packages FOLDER: installs what the folder's lock file names, when that has changed.
npm_packages() {
  local lock="$ROOT/$1/package-lock.json" stamp="$ROOT/$1/node_modules/.chancery-lock"
  if ! cmp --silent "$lock" "$stamp"; then
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm --prefix "$ROOT/$1" ci --no-fund --no-audit \
      --loglevel=error </dev/null >&2 9>&- || fail "the npm packages of $1 could not be installed"
    cp "$lock" "$stamp"
  fi
}

# Maven in our reactor, without questions, from clean server files. Like npm above it must not
# inherit the build lock, or a process it leaves behind would hold it.
maven() {
  rm -rf "$ROOT/standalone/target/server"
  (cd "$ROOT" && mvn -B -ntp "$@" </dev/null >&2 9>&-)
}

# Puts the fresh build into its own folder and forgets older ones that nothing runs from.
keep_build() {
  local fresh="$BUILT.tmp" old
  rm -rf "$fresh" "$BUILT"
  mkdir -p "$fresh"
  cp -R "$ROOT/standalone/target/server/lib" "$fresh/lib"
  if [[ -d "$ROOT/web-ui/dist" ]]; then
    cp -R "$ROOT/web-ui/dist" "$fresh/ui"
  fi
  mv "$fresh" "$BUILT"
  rehearse
  touch "$BUILT/complete"
  for old in "$BUILDS"/*; do
    if [[ "$old" != "$BUILT" ]] && ! in_use "$old"; then
      rm -rf "$old"
    fi
  done
}

# Starts the fresh build once, on data of its own, and keeps what the JVM has learned of its classes
# (class-data sharing): later starts take half the time. They work without it, too.
rehearse() {
  local data="$BUILT/rehearsal"
  CHANCERY_ADMIN_PASSWORD=only-for-the-rehearsal CHANCERY_DB="" CHANCERY_KILL_AT="" \
    "$JAVA_HOME/bin/java" "-XX:ArchiveClassesAtExit=$BUILT/classes.jsa" -Xlog:cds=off \
    -Xlog:cds+dynamic=off -Dchancery.rehearsal=true -cp "$(class_path)" \
    org.chancery.standalone.ChanceryServer --server.port=0 --chancery.data="$data" \
    </dev/null >"$BUILT/rehearsal.log" 2>&1 9>&- ||
    say "the rehearsal failed; starts will take longer (see $BUILT/rehearsal.log)"
  rm -rf "$data"
}

# In a fixed order: what was learned of the classes holds for one class path.
class_path() {
  local jars=("$BUILT"/lib/*.jar)
  local IFS=:
  echo "${jars[*]}"
}

# The option that uses what the rehearsal learned, when it is there.
shared_classes() {
  if [[ -r "$BUILT/classes.jsa" ]]; then
    echo "-XX:SharedArchiveFile=$BUILT/classes.jsa"
  else
    echo "-Xshare:auto"
  fi
}

# Whether a process was started from that build.
in_use() {
  grep --quiet --fixed-strings --text "$1/" /proc/[0-9]*/cmdline 2>/dev/null
}
