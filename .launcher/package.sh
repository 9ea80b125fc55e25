# shellcheck shell=bash
# ./chancery package, ./chancery package check

package_usage() {
  cat <<'TEXT'
Usage: ./chancery package [--out DIR]: build what is installed into Alfresco.
       ./chancery package check [--bag-only] DIR: check a package for the National Archives.

  --out DIR             where it is put (packages beside this launcher)

  alfresco/chancery-platform-VERSION.jar   for WEB-INF/lib of the repository
  share/chancery-share-VERSION.jar         for WEB-INF/lib of Share
  intake/lib/                              the intake process, as the image runs it

docs/alfresco.md says how to install them. For the check see ./chancery package check --help.
TEXT
}

package_check_usage() {
  cat <<'TEXT'
Usage: ./chancery package check [--bag-only] DIR: check a transfer package, changing nothing.

  --bag-only            by RFC 8493 (BagIt) alone, for bags of any origin

Without it, also by what the National Archives looks at: the file list against the files both ways,
metadata for every file, zero-byte, hidden and backup files, empty folders, names that do not
travel, formats, and copies that must be PDF/A. Works on a package from anywhere.

Prints a row for each fault: code, path, what is wrong and what to do, parted by tabs; remarks go to
standard error. Exits 0 when there is no fault, 1 when there is one, 2 for wrong use.
TEXT
}

# Sets CHECKED and CHECK_OPTIONS.
parse_package_check() {
  CHECKED="" CHECK_OPTIONS=()
  while (($# > 0)); do
    case "$1" in
      -h | --help) package_check_usage && exit 0 ;;
      --bag-only) CHECK_OPTIONS=(--bag-only) ;;
      -*) wrong_use "package check: unknown option '$1' (./chancery package check --help)" ;;
      *)
        [[ -z "$CHECKED" ]] || wrong_use "package check: name one folder (./chancery package check --help)"
        CHECKED="$(absolute "$1")"
        ;;
    esac
    shift
  done
  [[ -n "$CHECKED" ]] || wrong_use "package check: name the folder (./chancery package check --help)"
  [[ -d "$CHECKED" ]] || wrong_use "package check: there is no folder '$CHECKED'"
}

# Names in any script must reach Java as they are, whatever language the terminal has.
command_package_check() {
  parse_package_check "$@"
  set_up_runtime
  ensure_built
  LC_ALL=C.UTF-8 exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC "$COMMAND_LOGGING" -cp "$(class_path)" \
    org.chancery.archive.check.CheckCommand ${CHECK_OPTIONS[@]+"${CHECK_OPTIONS[@]}"} "$CHECKED"
}

command_package() {
  if [[ "${1:-}" == check ]]; then
    shift
    command_package_check "$@"
  fi
  local out="$ROOT/packages"
  while (($# > 0)); do
    case "$1" in
      -h | --help) package_usage && exit 0 ;;
      --out) need_value "$@" && out="$(absolute "$2")" ;;
      *) wrong_use "package: unknown argument '$1' (./chancery package --help)" ;;
    esac
    shift 2
  done
  set_up_runtime
  set_up_build
  mkdir -p "$ROOT/.chancery"
  (
    flock 9
    build_ui
    say "building the extension of Alfresco and the intake process"
    maven -q -DskipTests -pl platform-module,share-module,intake-process -am package ||
      fail "the build failed; see the lines above"
    keep_packages "$out"
  ) 9>"$ROOT/.chancery/build.lock"
  find "$out/alfresco" "$out/share" -name '*.jar'
  echo "$out/intake/lib"
}

# keep_packages DIR: puts there what was just built, in place of what lies there.
keep_packages() {
  local part jar
  for part in alfresco share intake; do
    rm -rf "${1:?}/$part"
    mkdir -p "$1/$part"
  done
  for jar in platform:alfresco share:share; do
    part="${jar#*:}"
    jar="$(deployable "${jar%:*}")"
    cp "$jar" "$1/$part/"
  done
  cp -R "$ROOT/intake-process/target/intake/lib" "$1/intake/lib"
}

# deployable platform|share: the one JAR of that module that is installed.
deployable() {
  local found
  found="$(find "$ROOT/$1-module/target" -maxdepth 1 -name "chancery-$1-*.jar" \
    ! -name '*-tests.jar' ! -name '*-sources.jar' ! -name '*-javadoc.jar')"
  [[ -n "$found" && "$found" != *$'\n'* ]] || fail "the build left no single chancery-$1 JAR; run: mvn clean"
  echo "$found"
}
