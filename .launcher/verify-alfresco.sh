# shellcheck shell=bash
# ./chancery verify-alfresco

verify_alfresco_usage() {
  cat <<'TEXT'
Usage: ./chancery verify-alfresco URL [OPTIONS]: run the tests against a running Alfresco.

URL is the repository's, such as http://localhost:8080/alfresco; the platform module must be
installed. Use a repository that holds nothing else: accounts with known passwords are made in it.

  --user NAME    an administrator's account (admin)
  --share URL    Share's address, such as http://localhost:8080/share, for the tests in Chromium
  --kill COMMAND, --start COMMAND
                 kill the repository's process without a word, and start it again, ending when it
                 is up; for the tests that do so. COMMAND goes to bash; what starts the repository
                 hands its environment on to it, in which CHANCERY_KILL_AT may name a point to end
                 at. Without both, those tests are skipped
  --report FILE  where the report is written (docs/alfresco-verification.md)
  --remark TEXT  to be known of this repository; goes into the report as it is
  --only REGEX   only the tests whose CLASS.METHOD it matches, without the contract tests
  --leave-out REGEX
                 not the tests whose CLASS.METHOD it matches; they count as failed

The password comes from the environment's CHANCERY_ADMIN_PASSWORD. Makes the accounts the tests
ask for, runs the ports' contract tests inside the repository where the JAR that runs them is
installed too, then the acceptance suite over HTTP, with an intake process of its own beside it.
Exits 0 when every test passed that may not be skipped.
TEXT
}

# Sets VERIFICATION, the arguments for the program, and SHARE_NAMED.
parse_verify_alfresco() {
  local url="" kill="" start="" report="$ROOT/docs/alfresco-verification.md"
  VERIFICATION=() SHARE_NAMED=false
  while (($# > 0)); do
    case "$1" in
      -h | --help) verify_alfresco_usage && exit 0 ;;
      --user | --remark | --only | --leave-out) need_value "$@" && VERIFICATION+=("$1" "$2") && shift ;;
      --kill) need_value "$@" && kill="$2" && VERIFICATION+=("$1" "$2") && shift ;;
      --start) need_value "$@" && start="$2" && VERIFICATION+=("$1" "$2") && shift ;;
      --share) need_value "$@" && VERIFICATION+=("$1" "$2") && SHARE_NAMED=true && shift ;;
      --report) need_value "$@" && report="$(absolute "$2")" && shift ;;
      -*) wrong_use "verify-alfresco: unknown option '$1' (./chancery verify-alfresco --help)" ;;
      *)
        [[ -z "$url" ]] || wrong_use "verify-alfresco: one URL, not '$url' and '$1'"
        url="$1"
        ;;
    esac
    shift
  done
  [[ "$url" =~ ^https?://[^/@?#]+/[^?#]+$ ]] ||
    wrong_use "verify-alfresco: the repository's URL is needed, like http://localhost:8080/alfresco"
  [[ -n "$kill" && -n "$start" || -z "$kill$start" ]] ||
    wrong_use "verify-alfresco: --kill and --start are of use together only"
  [[ -n "${CHANCERY_ADMIN_PASSWORD:-}" ]] ||
    wrong_use "verify-alfresco: the administrator's password is needed in CHANCERY_ADMIN_PASSWORD"
  VERIFICATION+=(--url "$url" --report "$report")
}

command_verify_alfresco() {
  parse_verify_alfresco "$@"
  set_up_runtime
  set_up_build
  ensure_built
  if [[ "$SHARE_NAMED" == true ]]; then
    set_up_chromium
  fi
  local classes="$ROOT/acceptance/target/test.classpath"
  maven -q -pl acceptance test-compile dependency:build-classpath \
    -Dmdep.includeScope=test "-Dmdep.outputFile=$classes" || fail "the suite could not be compiled"
  export CHANCERY_BUILT="$BUILT"
  cd "$ROOT/acceptance"
  exec "$JAVA_HOME/bin/java" -cp "target/test-classes:target/classes:$(<"$classes")" \
    -Dorg.slf4j.simpleLogger.defaultLogLevel=warn \
    org.chancery.acceptance.verification.Verification "${VERIFICATION[@]}"
}
