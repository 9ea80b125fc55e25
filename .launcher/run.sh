# shellcheck shell=bash
# ./chancery run

run_usage() {
  cat <<'TEXT'
Usage: ./chancery run [OPTIONS]: start the server, and stop it cleanly with Ctrl-C or SIGTERM.

  --port N              port to listen on (8080)
  --host ADDRESS        address to listen on (127.0.0.1: this machine only)
  --data DIR            where everything is kept (chancery-data beside this launcher)
  --inbox DIR           the watched folder (DATA/inbox); a sub-folder may name a component
  --db URL              an outside PostgreSQL, as jdbc:postgresql://HOST/DB?user=…&password=…,
                        in place of the embedded one (or the environment's CHANCERY_DB)
  --ledger-witness DIR  where the ledger's signed head is written each minute (DATA/witness);
                        best on another disk
  --no-reading          leave the reading to intake processes (./chancery intake)
  --demo                fill an empty data folder with a small office to look around in

The first start asks for the password of the account "admin", or takes CHANCERY_ADMIN_PASSWORD.
CHANCERY_HEAP sets the server's heap (768m).
TEXT
}

# Sets the variables of the options.
parse_run() {
  PORT=8080 HOST=127.0.0.1 DATA="$ROOT/chancery-data" INBOX="" WITNESS="" DEMO=false READING=true
  while (($# > 0)); do
    case "$1" in
      -h | --help) run_usage && exit 0 ;;
      --demo) DEMO=true && shift && continue ;;
      --no-reading) READING=false && shift && continue ;;
      --port) need_value "$@" && PORT="$2" ;;
      --host) need_value "$@" && HOST="$2" ;;
      --data) need_value "$@" && DATA="$2" ;;
      --inbox) need_value "$@" && INBOX="$2" ;;
      --db) need_value "$@" && export CHANCERY_DB="$2" ;;
      --ledger-witness) need_value "$@" && WITNESS="$2" ;;
      *) wrong_use "run: unknown argument '$1' (./chancery run --help)" ;;
    esac
    shift 2
  done
  if ! [[ "$PORT" =~ ^[0-9]{1,5}$ ]] || ((10#$PORT < 1 || 10#$PORT > 65535)); then
    wrong_use "run: --port must be a number from 1 to 65535, not '$PORT'"
  fi
  if [[ -n "${CHANCERY_DB:-}" && "$CHANCERY_DB" != jdbc:postgresql:* ]]; then
    wrong_use "run: --db must be a URL like jdbc:postgresql://HOST/DATABASE?user=USER"
  fi
  DATA="$(absolute "$DATA")"
  INBOX="$(absolute "${INBOX:-$DATA/inbox}")"
  WITNESS="$(absolute "${WITNESS:-$DATA/witness}")"
}

command_run() {
  parse_run "$@"
  if port_in_use "$HOST" "$PORT"; then
    fail "port $PORT is in use; choose another with --port"
  fi
  set_up_runtime
  ensure_built
  exec "$JAVA_HOME/bin/java" -XX:+ExitOnOutOfMemoryError "-Xmx${CHANCERY_HEAP:-768m}" "$(shared_classes)" \
    -cp "$(class_path)" org.chancery.standalone.ChanceryServer \
    --server.port="$((10#$PORT))" --server.address="$HOST" --chancery.data="$DATA" \
    --chancery.inbox="$INBOX" --chancery.ledger-witness="$WITNESS" --chancery.ui="${CHANCERY_UI:-$BUILT/ui}" \
    --chancery.demo="$DEMO" --chancery.reading="$READING"
}
