#!/usr/bin/env bash
# The step of action.yml: installs leakguard outside of what is checked out, fetches what of the
# history is missing, and runs `leakguard gate`. Inputs come as variables LEAKGUARD_….
#
# What is checked out may be hostile. Python gets none of its modules to see (-I, and another
# folder while it installs); git gets no hook, and no revision that could be an option.
set -euo pipefail

readonly ORIGIN=refs/remotes/origin/
readonly MOST=4096 # commits by which the history is deepened at once, before all of it is fetched

main() {
  local work python told base head
  work=$(mktemp -d "${RUNNER_TEMP:?}/leakguard.XXXXXX")
  python=$(install_into "$work")
  told=$(ends "$python")
  base=${LEAKGUARD_BASE:-${told%% *}}
  head=${LEAKGUARD_HEAD:-${told##* }}
  fetch "$base" "${head:-HEAD}"
  gate "$python"
}

# Installs leakguard into a folder; prints the interpreter that has it.
install_into() {
  local python=${LEAKGUARD_PYTHON:-python3} what=${GITHUB_ACTION_PATH:?}
  if [[ -n ${LEAKGUARD_VERSION:-} ]]; then
    what=leakguard-lint==$LEAKGUARD_VERSION
    [[ $LEAKGUARD_VERSION =~ ^[0-9][0-9A-Za-z.+!-]*$ ]] || fail "the input version is no version"
  fi
  "$python" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Python 3.11 is needed, or a later one: put actions/setup-python before this step"
  (
    cd "$1"
    "$python" -I -m venv venv
    venv/bin/python -I -m pip install --quiet --disable-pip-version-check "$what"
  ) >&2
  echo "$1/venv/bin/python"
}

fail() {
  echo "leakguard: error: $1" >&2
  exit 2
}

# Prints the base and the head that CI tells; nothing where `gate` will say what is wrong.
ends() {
  "$1" -I -c '
from os import environ
from leakguard.gate.platforms import ends
if told := ends(environ):
    print(told.base, told.head)
' 2>/dev/null || true
}

# Fetches until both commits, and all between them and where they parted, are there. What cannot
# be fetched is left out: `gate` says of what is missing that it is.
fetch() {
  local base head depth=64
  get "$1"
  get "$2"
  base=$(id_of "$1") || return 0
  head=$(id_of "$2") || return 0
  while is_shallow && ! is_whole "$base" "$head"; do
    if ((depth > MOST)); then
      from_origin --unshallow "$base" "$head" || true
      return 0
    fi
    from_origin "--deepen=$depth" "$base" "$head" || return 0
    depth=$((depth * 4))
  done
}

# Fetches one commit, an id or a branch of the remote, if it is missing.
get() {
  local what name=${1#refs/remotes/}
  if id_of "$1" >/dev/null; then
    return 0
  elif [[ $1 =~ ^([0-9a-f]{40}|[0-9a-f]{64})$ ]]; then
    what=$1
  elif [[ $1 == "${ORIGIN}HEAD" ]]; then
    what=+HEAD:$1
  elif [[ $name == origin/* ]]; then
    what=+refs/heads/${name#origin/}:$ORIGIN${name#origin/}
  else
    return 0
  fi
  if is_shallow; then
    from_origin --depth=1 "$what" || true
  else
    from_origin --no-tags "$what" || true
  fi
}

# Fetches commits, with one option.
from_origin() {
  local option=$1
  shift
  GIT_TERMINAL_PROMPT=0 git -c core.hooksPath=/dev/null fetch --quiet --no-tags \
    --no-recurse-submodules --no-auto-maintenance "$option" origin "$@"
}

id_of() {
  git rev-parse --verify --quiet --end-of-options "$1^{commit}"
}

is_shallow() {
  [[ $(git rev-parse --is-shallow-repository) == true ]]
}

# Whether it is known where two commits parted, and nothing since then is cut off.
is_whole() {
  local parted cut
  parted=$(git merge-base "$1" "$2") || return 1
  cut=$(git rev-list "$2" "^$parted" -- | grep -xFf "$(git rev-parse --git-path shallow)" || true)
  [[ -z $cut ]]
}

# Runs `leakguard gate` with the inputs; what they leave out it finds by itself.
gate() {
  local options=() words=() it
  [[ -z ${LEAKGUARD_BASE:-} ]] || options+=("--base=$LEAKGUARD_BASE")
  [[ -z ${LEAKGUARD_HEAD:-} ]] || options+=("--head=$LEAKGUARD_HEAD")
  [[ -z ${LEAKGUARD_SARIF:-} ]] || options+=("--sarif=$LEAKGUARD_SARIF")
  it=${LEAKGUARD_ACCEPT:-}
  words_of "${it//,/ }"
  for it in ${words[@]+"${words[@]}"}; do options+=("--accept=$it"); done
  words_of "${LEAKGUARD_ARGS:-}"
  # bash 3.2 takes an empty array for an unset one.
  exec "$1" -I -m leakguard gate ${options[@]+"${options[@]}"} ${words[@]+"${words[@]}"}
}

# Puts the words of a text into `words`, no pattern among them expanded.
words_of() {
  IFS=$' \t\r\n' read -rd '' -a words <<<"$1" || true
}

main
