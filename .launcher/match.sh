# shellcheck shell=bash
# ./chancery match

match_usage() {
  cat <<'TEXT'
Usage: ./chancery match FILE.csv --out PAIRS.csv [--why WHY.csv]: find the rows that are one person.

  --out PAIRS.csv       id1,id2,score: the pairs to merge or to ask about, best first
  --why WHY.csv         for each pair what every field says, with its weight and in words

FILE.csv is UTF-8, its first line names the columns, in any order:
  id,prefix,first,middle,last,suffix,organization,title,email,phone,street,city,state,zip
id, first and last must be there; columns of other names are ignored. Nothing leaves this machine.
TEXT
}

# Sets MATCHED, PAIRS and WHY.
parse_match() {
  MATCHED="" PAIRS="" WHY=""
  while (($# > 0)); do
    case "$1" in
      -h | --help) match_usage && exit 0 ;;
      --out) need_value "$@" && PAIRS="$(absolute "$2")" && shift ;;
      --why) need_value "$@" && WHY="$(absolute "$2")" && shift ;;
      -*) wrong_use "match: unknown option '$1' (./chancery match --help)" ;;
      *)
        [[ -z "$MATCHED" ]] || wrong_use "match: name one file (./chancery match --help)"
        MATCHED="$(absolute "$1")"
        ;;
    esac
    shift
  done
  [[ -n "$MATCHED" ]] || wrong_use "match: name the file (./chancery match --help)"
  [[ -n "$PAIRS" ]] || wrong_use "match: --out PAIRS.csv is needed (./chancery match --help)"
  [[ -r "$MATCHED" && -f "$MATCHED" ]] || wrong_use "match: cannot read file '$MATCHED'"
}

command_match() {
  parse_match "$@"
  set_up_runtime
  ensure_built
  local arguments=("$MATCHED" --out "$PAIRS")
  [[ -z "$WHY" ]] || arguments+=(--why "$WHY")
  LC_ALL=C.UTF-8 exec "$JAVA_HOME/bin/java" -Xmx1g -XX:+UseParallelGC -cp "$(class_path)" \
    org.chancery.core.matching.file.MatchCommand "${arguments[@]}"
}
