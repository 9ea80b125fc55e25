# shellcheck shell=bash
# ./chancery verify

verify_usage() {
  cat <<'TEXT'
Usage: ./chancery verify --data DIR [OPTIONS]: check a stopped server's data, changing nothing.
       ./chancery verify --db URL --ledger-witness DIR: check the ledger alone, of an Alfresco too.

  --data DIR            the server's data folder
  --db URL              the outside PostgreSQL, such as
                        jdbc:postgresql://HOST/alfresco?user=NAME&password=WORD; without --data the
                        one that holds the ledger, where reading is enough, and whose users may
                        work on meanwhile. CHANCERY_DB in the environment says the same unseen
  --ledger-witness DIR  where the ledger's key and signed heads are (DATA/witness); on Alfresco what
                        chancery.ledger.witness names

Hashes every original again and follows the whole ledger. Prints what is wrong and where. Without
--data originals are not looked at. Exits 0 when all is well, 1 when something is wrong or could not
be checked.
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
  if [[ -z "$DATA" ]]; then
    [[ -n "$WITNESS" && -n "${CHANCERY_DB:-}" ]] ||
      wrong_use "verify: --data DIR is needed, or --db and --ledger-witness (./chancery verify --help)"
    WITNESS="$(absolute "$WITNESS")"
    [[ -d "$WITNESS" ]] || wrong_use "verify: there is no folder '$WITNESS'"
    return
  fi
  DATA="$(absolute "$DATA")"
  WITNESS="$(absolute "${WITNESS:-$DATA/witness}")"
  [[ -d "$DATA" ]] || wrong_use "verify: there is no data folder '$DATA'"
}

command_verify() {
  parse_verify "$@"
  set_up_runtime
  ensure_built
  local arguments=(--ledger-witness "$WITNESS")
  [[ -z "$DATA" ]] || arguments+=(--data "$DATA")
  exec "$JAVA_HOME/bin/java" -Xmx512m -XX:+UseSerialGC "$COMMAND_LOGGING" -cp "$(class_path)" \
    org.chancery.standalone.verify.VerifyCommand "${arguments[@]}"
}
