# shellcheck shell=bash
# ./chancery account

account_usage() {
  cat <<'TEXT'
Usage: ./chancery account reset-password USER [OPTIONS]: give an account of a server another
       password, whether the server runs or not, such as an administrator's who has forgotten it.

  --data DIR            the server's data folder (chancery-data beside this launcher)
  --db URL              the outside PostgreSQL, if the server has one (or the environment's
                        CHANCERY_DB)
  --ledger-witness DIR  where the ledger's key and signed heads are (DATA/witness)

Asks for the new password at the terminal, or takes CHANCERY_NEW_PASSWORD, or makes one and prints
it. The account's sessions end, and the ledger has a row. Run it as the user that the server runs
as. Exits 0 when it is done, 1 when it is not.
TEXT
}

# Sets USER_NAME, DATA, WITNESS and CHANCERY_DB.
parse_account() {
  [[ "${1:-}" != -h && "${1:-}" != --help ]] || { account_usage && exit 0; }
  [[ "${1:-}" == reset-password ]] ||
    wrong_use "account: 'reset-password USER' is what there is (./chancery account --help)"
  shift
  USER_NAME="" DATA="$ROOT/chancery-data" WITNESS=""
  while (($# > 0)); do
    case "$1" in
      -h | --help) account_usage && exit 0 ;;
      --data) need_value "$@" && DATA="$2" && shift 2 ;;
      --db) need_value "$@" && export CHANCERY_DB="$2" && shift 2 ;;
      --ledger-witness) need_value "$@" && WITNESS="$2" && shift 2 ;;
      -*) wrong_use "account: unknown argument '$1' (./chancery account --help)" ;;
      *)
        [[ -z "$USER_NAME" ]] || wrong_use "account: one account at a time (./chancery account --help)"
        USER_NAME="$1" && shift
        ;;
    esac
  done
  [[ -n "$USER_NAME" ]] || wrong_use "account: whose password? (./chancery account --help)"
  DATA="$(absolute "$DATA")"
  WITNESS="$(absolute "${WITNESS:-$DATA/witness}")"
  [[ -d "$DATA" ]] || wrong_use "account: there is no data folder '$DATA'"
}

command_account() {
  parse_account "$@"
  set_up_runtime
  ensure_built
  exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC "$COMMAND_LOGGING" -cp "$(class_path)" \
    org.chancery.standalone.accounts.ResetPasswordCommand \
    --data "$DATA" --ledger-witness "$WITNESS" "$USER_NAME"
}
