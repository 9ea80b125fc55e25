# shellcheck shell=bash
# ./chancery package

package_usage() {
  cat <<'TEXT'
Usage: ./chancery package [--out DIR]: build what is installed into Alfresco.

  --out DIR             where it is put (packages beside this launcher)

  alfresco/chancery-platform-VERSION.jar   for WEB-INF/lib of the repository
  share/chancery-share-VERSION.jar         for WEB-INF/lib of Share
  intake/lib/                              the intake process, as the image runs it

docs/alfresco.md says how to install them.
TEXT
}

command_package() {
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
