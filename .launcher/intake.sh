# shellcheck shell=bash
# ./chancery intake

intake_usage() {
  cat <<'TEXT'
Usage: ./chancery intake --repository URL --inbox DIR [OPTIONS]: watch a folder and read what came
in, as a process of its own, for a repository reached over HTTP.

  --repository URL      http://HOST:PORT of a standalone server, http://HOST:PORT/alfresco of an
                        Alfresco repository with the platform module, or the API's own base
  --inbox DIR           the watched folder; a sub-folder may name a component. Without it, the
                        process only reads
  --data DIR            status, leases and work in progress (chancery-intake-data beside this
                        launcher); one folder for each process
  --user NAME           the program account to sign in with (admin)
  --password-file FILE  its password, in a file that only its owner may read
  --workers N           reading workers (one for each processor); 0 to watch only
  --status              tell how the process over --data is doing; exits 0 when it runs and all
                        is well

Without --password-file the password comes from the environment's CHANCERY_INTAKE_PASSWORD.
Several processes may work for one repository, each with its own folders. Stop with Ctrl-C or
SIGTERM; killed at any time, nothing is lost and nothing comes twice. CHANCERY_HEAP sets the heap
(256m).
TEXT
}

# Sets INTAKE, the arguments for the process, its paths absolute.
parse_intake() {
  local data="$ROOT/chancery-intake-data" repository="" inbox="" workers="" status=false
  INTAKE=()
  while (($# > 0)); do
    case "$1" in
      -h | --help) intake_usage && exit 0 ;;
      --status) status=true && shift && continue ;;
      --repository) need_value "$@" && repository="$2" && INTAKE+=("$1" "$2") ;;
      --inbox) need_value "$@" && inbox="$2" && INTAKE+=("$1" "$(absolute "$2")") ;;
      --data) need_value "$@" && data="$2" ;;
      --user) need_value "$@" && INTAKE+=("$1" "$2") ;;
      --password-file) need_value "$@" && INTAKE+=("$1" "$(absolute "$2")") ;;
      --workers) need_value "$@" && workers="$2" && INTAKE+=("$1" "$2") ;;
      *) wrong_use "intake: unknown argument '$1' (./chancery intake --help)" ;;
    esac
    shift 2
  done
  INTAKE+=(--data "$(absolute "$data")")
  if [[ "$status" == true ]]; then
    INTAKE+=(--status)
    return 0
  fi
  [[ "$repository" =~ ^https?://[^/@]+ ]] ||
    wrong_use "intake: --repository needs a URL like http://HOST:PORT (./chancery intake --help)"
  [[ -z "$workers" || "$workers" =~ ^[0-9]{1,3}$ ]] ||
    wrong_use "intake: --workers must be a number, not '$workers'"
  [[ -n "$inbox" || "$workers" != 0 ]] ||
    wrong_use "intake: with --workers 0 an --inbox DIR is needed"
}

command_intake() {
  parse_intake "$@"
  set_up_runtime
  ensure_built
  exec "$JAVA_HOME/bin/java" -XX:+ExitOnOutOfMemoryError "-Xmx${CHANCERY_HEAP:-256m}" \
    -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -Dlogback.configurationFile=org/chancery/intakeprocess/logging.xml -cp "$(class_path)" \
    org.chancery.intakeprocess.IntakeProcess "${INTAKE[@]}"
}
