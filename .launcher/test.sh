# shellcheck shell=bash
# ./chancery test

readonly UI_REPORT="$ROOT/web-ui/node_modules/.chancery-tests.xml"

test_usage() {
  cat <<'TEXT'
Usage: ./chancery test [NAME…]: run every test, or the named ones. A server may be running meanwhile.

NAME is a module (core, ledger, platform-module, web-ui, …), a test class (SearchTest, or in words: letter-to-answer)
or a test's own name (aScanIsFoundByAWordOnItsSecondPage). Ends with a line: N passed, N failed, N skipped.
TEXT
}

command_test() {
  case "${1:-}" in
    -h | --help) test_usage && exit 0 ;;
    -*) wrong_use "test: unknown option '$1' (./chancery test --help)" ;;
  esac
  select_tests "$@"
  set_up_runtime
  set_up_build
  set_up_chromium
  if [[ "$JAVA_TESTS" != none ]]; then
    ensure_built
  fi
  local status=0
  mkdir -p "$ROOT/.chancery"
  (
    flock 9
    run_tests
  ) 9>"$ROOT/.chancery/build.lock" || status=1
  close_tests "$status"
}

# Sets JAVA_TESTS and UI_TESTS to all, named or none; MODULES and PATTERNS say which Java tests.
select_tests() {
  MODULES=() PATTERNS=() JAVA_TESTS=all UI_TESTS=all
  (($#)) || return 0
  JAVA_TESTS=none UI_TESTS=none
  local name
  for name in "$@"; do
    if [[ "$name" == web-ui ]]; then
      UI_TESTS=all
    else
      JAVA_TESTS=named
      select_java_test "$name"
    fi
  done
}

# A module, a test class, or else a test method.
select_java_test() {
  [[ "$1" =~ ^[A-Za-z0-9_-]+$ ]] || wrong_use "test: no module, class or test is named '$1'"
  if [[ -f "$ROOT/$1/pom.xml" ]]; then
    MODULES+=("$1")
    PATTERNS+=("org/chancery/$(package_of "$1")/**/*Test")
    return 0
  fi
  local file pattern="$1"
  if [[ "$1" =~ ^[a-z0-9]+(-[a-z0-9]+)+$ ]]; then
    select_java_test_in_words "$1"
    return 0
  fi
  file="$(find_tests -name "$pattern.java" -print -quit)"
  if [[ -z "$file" ]]; then
    file="$(find_tests -name '*.java' -exec grep --files-with-matches --word-regexp "void $1" {} + | head -n 1)"
    pattern="$(basename "$file" .java)#$1"
  fi
  [[ -n "$file" ]] || wrong_use "test: no module, class or test is named '$1'"
  MODULES+=("${file%%/*}")
  PATTERNS+=("$pattern")
}

# letter-to-answer is LetterToAnswerTest and, in a browser, LetterToAnswerInChromiumTest: whichever there is.
select_java_test_in_words() {
  local word words="" class file found=""
  for word in ${1//-/ }; do
    words+="${word^}"
  done
  for class in "${words}Test" "${words}InChromiumTest"; do
    file="$(find_tests -name "$class.java" -print -quit)"
    if [[ -n "$file" ]]; then
      MODULES+=("${file%%/*}")
      PATTERNS+=("$class")
      found=yes
    fi
  done
  [[ -n "$found" ]] || wrong_use "test: no module, class or test is named '$1'"
}

find_tests() {
  (cd "$ROOT" && { find ./*/src/test -type f "$@" 2>/dev/null || true; } | sed 's,^\./,,')
}

# The Java package under org.chancery that holds a module.
package_of() {
  case "$1" in
    content-model) echo model ;;
    embedded-database) echo database ;;
    platform-module) echo alfresco ;;
    share-module) echo share ;;
    *) echo "${1//-/}" ;;
  esac
}

run_tests() {
  local status=0
  rm -rf "$ROOT"/*/target/surefire-reports "$UI_REPORT"
  if [[ -f "$ROOT/web-ui/package.json" ]]; then
    ui_packages
    if [[ "$UI_TESTS" == all ]]; then
      run_ui_tests || status=1
    fi
  fi
  if [[ "$JAVA_TESTS" != none ]]; then
    run_java_tests || status=1
  fi
  return "$status"
}

run_ui_tests() {
  local status=0
  ui_script format:check || status=1
  ui_script lint || status=1
  ui_script typecheck || status=1
  ui_script test -- --reporter=default --reporter=junit --outputFile.junit="$UI_REPORT" || status=1
  return "$status"
}

ui_script() {
  say "web-ui: $1"
  npm --prefix "$ROOT/web-ui" run --silent "$@" </dev/null 9>&- || {
    say "web-ui: $1 failed"
    return 1
  }
}

# Failing tests do not keep later modules from being tested. The acceptance suite starts servers
# from the build that "run" would start.
run_java_tests() {
  local arguments=(verify -Dmaven.test.failure.ignore=true)
  if [[ "$JAVA_TESTS" == named ]]; then
    arguments+=(-pl "$(join , "${MODULES[@]}")" -am -Dsurefire.failIfNoSpecifiedTests=false
      "-Dtest=$(join , "${PATTERNS[@]}")")
  fi
  export CHANCERY_BUILT="$BUILT"
  npm_packages docker
  maven "${arguments[@]}" 2>&1
}

join() {
  local IFS="$1"
  shift
  echo "$*"
}

# close_tests STATUS: adds up every report, prints the closing line, and exits.
close_tests() {
  local passed failed skipped
  read -r passed failed skipped < <(count_tests)
  if ((failed > 0)); then
    say "failed:"
    name_failures >&2
  fi
  if (($1 != 0)); then
    say "something other than a test may have failed; see above"
  fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  (($1 == 0 && failed == 0 && passed > 0)) || exit 1
}

test_reports() {
  find "$ROOT"/*/target/surefire-reports -name 'TEST-*.xml' 2>/dev/null || true
  [[ ! -f "$UI_REPORT" ]] || echo "$UI_REPORT"
}

# passed failed skipped, over Surefire's and Vitest's reports, which have one form. Each test is looked
# at: the sums at the head of a report leave out what lies in nested classes.
count_tests() {
  test_reports | tr '\n' '\0' | xargs -0 --no-run-if-empty cat | tr '\n' ' ' | awk '
    BEGIN { RS = "<testcase " }
    NR > 1 {
      if (/<(failure|error)[ >]/) failed++
      else if (/<skipped[ \/>]/) skipped++
      else passed++
    }
    END { print passed + 0, failed + 0, skipped + 0 }'
}

# The failed tests, one a line.
name_failures() {
  test_reports | tr '\n' '\0' | xargs -0 --no-run-if-empty cat | tr '\n' ' ' | awk '
    BEGIN { RS = "<testcase " }
    NR > 1 && /<(failure|error)[ >]/ {
      name = match($0, /(^| )name="[^"]*"/) ? substr($0, RSTART, RLENGTH) : ""
      class = match($0, /classname="[^"]*"/) ? substr($0, RSTART, RLENGTH) : ""
      print "  " class " " name
    }'
}
