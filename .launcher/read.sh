# shellcheck shell=bash
# ./chancery read

read_usage() {
  cat <<'TEXT'
Usage: ./chancery read FILE… --out DIR: recognise scans and documents without a server.

For each FILE, DIR gets NAME.pdf (searchable; the images are the original's own bytes) and
NAME.txt (text, pages parted by a form feed).
TEXT
}

# Sets FILES and OUT.
parse_read() {
  FILES=() OUT=""
  while (($# > 0)); do
    case "$1" in
      -h | --help) read_usage && exit 0 ;;
      --out) need_value "$@" && OUT="$2" && shift ;;
      --) shift && FILES+=("$@") && break ;;
      -*) wrong_use "read: unknown option '$1' (./chancery read --help)" ;;
      *) FILES+=("$1") ;;
    esac
    shift
  done
  ((${#FILES[@]})) || wrong_use "read: name at least one file (./chancery read --help)"
  [[ -n "$OUT" ]] || wrong_use "read: --out DIR is needed (./chancery read --help)"
  local file
  for file in "${FILES[@]}"; do
    [[ -r "$file" && -f "$file" ]] || wrong_use "read: cannot read file '$file'"
  done
}

command_read() {
  parse_read "$@"
  set_up_runtime
  ensure_built
  exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$COMMAND_LOGGING" -cp "$(class_path)" \
    org.chancery.ocr.ReadCommand "${FILES[@]}" --out "$OUT"
}
