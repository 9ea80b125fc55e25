# shellcheck shell=bash
# What every command needs: messages, and reading options.

say() {
  printf 'chancery: %s\n' "$*" >&2
}

# Something is missing or has failed: one line, exit 1.
fail() {
  say "$*"
  exit 1
}

# The command line is wrong: one line, exit 2.
wrong_use() {
  say "$*"
  exit 2
}

# need_value OPTION REST-OF-COMMAND-LINE…: refuses an option that came without its value.
need_value() {
  if (($# < 2)) || [[ -z "$2" || "$2" == --* ]]; then
    wrong_use "$1 needs a value"
  fi
}

# The path, absolute, whether it exists or not.
absolute() {
  readlink -m -- "$1"
}

# Whether something listens on that port of this machine.
port_in_use() {
  (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null
}

# Commands that run without a server log warnings only.
# shellcheck disable=SC2034 # used by read.sh and verify.sh
readonly COMMAND_LOGGING=-Dlogback.configurationFile=org/chancery/standalone/command-logging.xml
