# shellcheck shell=bash
# ./chancery verify

verify_usage() {
  cat <<'TEXT'
Usage: ./chancery verify --data DIR [OPTIONS]: check a stopped server's data, changing nothing.

  --data DIR            the server's data folder
  --db URL              the outside PostgreSQL the server uses, if it does
  --ledger-witness DIR  where the ledger's signed heads are (DATA/witness)

Hashes every original again and follows the whole ledger. Prints what is wrong and where.
Exits 0 when all is well, 1 when something is wrong or could not be checked.
TEXT
}

# Sets DATA, WITNESS and CHANCERY_DB.
parse_verify() {
  DATA="" WITNESS=""
  while (($# > 0)); do
    case "$1" in
      -h | --help) verify_usage && exit 0 ;;
      --data) need_value "$@" && DATA="$2" ;;
      --db) need_value "$@" && export CHANCERY_DB="$2" ;;
      --ledger-witness) need_value "$@" && WITNESS="$2" ;;
      *) wrong_use "verify: unknown argument '$1' (./chancery verify --help)" ;;
    esac
    shift 2
  done
  [[ -n "$DATA" ]] || wrong_use "verify: --data DIR is needed (./chancery verify --help)"
  DATA="$(absolute "$DATA")"
  WITNESS="$(absolute "${WITNESS:-$DATA/witness}")"
  [[ -d "$DATA" ]] || wrong_use "verify: there is no data folder '$DATA'"
}

command_verify() {
  parse_verify "$@"
  set_up_runtime
  ensure_built
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC "$COMMAND_LOGGING" -cp "$(class_path)" \
    org.chancery.standalone.verify.VerifyCommand --data "$DATA" --ledger-witness "$WITNESS"
}
