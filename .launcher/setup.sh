# shellcheck shell=bash
# The tools Chancery is built and run with. As root, what is missing is installed from Debian;
# otherwise the command to type is printed.

readonly NODE_AT_LEAST=20.19.0
# Used when the machine has no Node that is new enough: Debian 12 carries 18.
readonly NODE_PINNED=22.23.3
readonly NPM_PINNED=11.21.2
readonly TOOLS="$ROOT/.chancery/tools"

# Sets JAVA_HOME to a JDK, version 17 or newer.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/java-17-openjdk-* /usr/lib/jvm/*; do
    if is_jdk "$home"; then
      export JAVA_HOME="$home"
      return 0
    fi
  done
  if command -v javac >/dev/null; then
    home="$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"
    if is_jdk "$home"; then
      export JAVA_HOME="$home"
      return 0
    fi
  fi
  return 1
}

# A JDK says its version in its file "release".
is_jdk() {
  [[ -n "$1" && -x "$1/bin/javac" && -r "$1/release" ]] || return 1
  local version
  version="$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")"
  [[ -n "$version" ]] && ((version >= 17))
}

has_language_data() {
  local folder
  for folder in "${TESSDATA_PREFIX:-/nowhere}" /usr/share/tesseract-ocr/*/tessdata /usr/share/tessdata; do
    if [[ -r "$folder/eng.traineddata" && -r "$folder/osd.traineddata" ]]; then
      return 0
    fi
  done
  return 1
}

# Whether Node on the PATH is new enough and has npm beside it.
has_node() {
  command -v node >/dev/null && command -v npm >/dev/null || return 1
  local version
  version="$(node --version 2>/dev/null)" || return 1
  printf '%s\n%s\n' "$NODE_AT_LEAST" "${version#v}" | sort --version-sort --check=quiet
}

find_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then
      command -v "$name"
      return 0
    fi
  done
  return 1
}

# install_packages PACKAGE…: from Debian when root; otherwise says what to type.
install_packages() {
  if ((EUID != 0)); then
    fail "missing: $*. Install with:  sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  fi
  say "installing $*"
  if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@"; } </dev/null >&2; then
    fail "could not install $*; see the lines above"
  fi
}

# What the server and the tools need to run.
set_up_runtime() {
  local missing=()
  find_jdk || missing+=(openjdk-17-jdk-headless)
  has_language_data || missing+=(tesseract-ocr-eng tesseract-ocr-osd)
  if ((${#missing[@]})); then
    install_packages "${missing[@]}"
    find_jdk || fail "no JDK 17 or newer was found after installing it; set JAVA_HOME"
  fi
}

# What building needs beyond that.
set_up_build() {
  command -v mvn >/dev/null || install_packages maven
  set_up_node
}

# Puts a Node that is new enough on the PATH.
set_up_node() {
  has_node && return 0
  export PATH="$TOOLS/node_modules/.bin:$PATH"
  has_node && return 0
  command -v npm >/dev/null || install_packages nodejs npm
  say "fetching Node $NODE_PINNED"
  mkdir -p "$TOOLS"
  npm install --prefix "$TOOLS" --no-save --no-package-lock --no-fund --no-audit --loglevel=error \
    "node@$NODE_PINNED" "npm@$NPM_PINNED" </dev/null >&2 || fail "could not fetch Node $NODE_PINNED"
  hash -r
  has_node || fail "Node $NODE_AT_LEAST or newer is needed, and could not be set up"
}

set_up_chromium() {
  if ! find_chromium >/dev/null; then
    install_packages chromium
  fi
  CHANCERY_CHROMIUM="$(find_chromium)"
  export CHANCERY_CHROMIUM
}
