#!/bin/bash
# Makes the git repository that players find in /srv/shop: the shop's sources with a history.
set -euo pipefail

usage() {
    cat <<'END'
usage: make-repository.sh TARGET [BASE_DATE]

TARGET must not exist. The last commits are from shortly before BASE_DATE (YYYY-MM-DD, default: today);
the same sources and date give the same commits. The final tree equals the working sources without what
only the box build needs (box/, history/, bin/package.sh and their tests).
END
}

case "${1:-}" in
    -h | --help) usage; exit 0 ;;
esac
if [[ $# -lt 1 || $# -gt 2 ]]; then
    usage >&2
    exit 64
fi
here=$(cd "$(dirname "$0")" && pwd)
sources=$(cd "$here/.." && pwd)
target=$1
base_date=${2:-$(date -u +%F)}
[[ ! -e $target ]] || { echo "make-repository.sh: $target exists already" >&2; exit 73; }

git init -q -b main "$target"
cd "$target"

# take PATH...: the final version of files or directories
take() {
    local path
    for path in "$@"; do
        [[ -e $sources/$path ]] || { echo "make-repository.sh: no $path in the sources" >&2; exit 66; }
        mkdir -p "$(dirname "$path")"
        cp -R "$sources/$path" "$(dirname "$path")/"
    done
}

# edited SED_SCRIPT PATH...: as they were before a change which the script takes back
edited() {
    local script=$1 path
    shift
    take "$@"
    for path in "$@"; do
        sed -i -E "$script" "$path"
        if cmp -s "$sources/$path" "$path"; then
            echo "make-repository.sh: '$script' does not match $path any more; mend commits.sh" >&2
            exit 70
        fi
    done
}

# shared FEATURE...: the files to which every feature adds its lines, without those of the features named
shared() {
    local path scripts=()
    (($#)) && scripts=("${@/#/--file=$here/without/}") && scripts=("${scripts[@]/%/.sed}")
    for path in "${grown[@]}"; do
        [[ -e $path ]] || continue
        if (($#)); then
            sed "${scripts[@]}" "$sources/$path" | awk -f "$here/tidy.awk" >"$path"
        else
            take "$path"
        fi
    done
}

# commit AUTHOR DAYS_BEFORE TIME MESSAGE
commit() {
    local author=$1 when
    when="$(date -u -d "$base_date $2 days ago" +%F)T$3Z"
    local address
    address=$(tr '[:upper:] ' '[:lower:].' <<<"$author")@shop.example
    git add -A
    GIT_AUTHOR_NAME=$author GIT_AUTHOR_EMAIL=$address GIT_AUTHOR_DATE=$when \
        GIT_COMMITTER_NAME=$author GIT_COMMITTER_EMAIL=$address GIT_COMMITTER_DATE=$when \
        git -c commit.gpgsign=false -c core.hooksPath=/dev/null commit -q -m "$4"
}

source "$here/commits.sh"

# Whatever the commits have left out or left behind would be a different shop than the one that was tested.
rest=$(mktemp -d)
trap 'rm -rf "$rest"' EXIT
# .mvn and build.log: left by Maven's invoker, which runs this project for the root's `mvn verify`.
tar -C "$sources" --exclude=./target --exclude=./.mvn --exclude=./build.log --exclude=./box --exclude=./history --exclude=./bin/package.sh \
    --exclude=./src/test/java/shop/box -cf - . | tar -C "$rest" -xf -
if ! diff -r --exclude=.git "$rest" . >&2; then
    echo "make-repository.sh: the history does not end at the sources (see above); mend commits.sh" >&2
    exit 70
fi
git gc -q --prune=now
