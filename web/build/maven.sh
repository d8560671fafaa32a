#!/bin/sh
# What Maven runs: builds the screens when something changed since, or tests them. Where there is
# no Node to do it with, it says so and the rest of goFOOD is built without screens.
set -eu
cd "$(dirname "$0")/.."
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false

built=target/built
least="20.19"

skip() {
    echo "The screens are left out: $1. With Node $least or newer, npm and a way to its packages, build again to have them."
    rm -f "$built"
    exit 0
}

command -v node >/dev/null 2>&1 || skip "there is no Node.js on this machine"
command -v npm >/dev/null 2>&1 || skip "there is no npm on this machine"
node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' ||
    skip "Node.js $(node --version) is too old"

if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
    npm ci --no-progress --loglevel=error || skip "npm could not fetch what they are built with"
    touch node_modules/.package-lock.json
fi

case $1 in
    build)
        if [ -f "$built" ] && [ -f target/classes/web/index.html ] &&
            [ -z "$(find . \( -name target -o -name node_modules \) -prune -o -newer "$built" -print | head -n 1)" ]; then
            exit 0
        fi
        mkdir -p target
        touch target/building
        npm run --silent build
        mv target/building "$built"
        ;;
    test)
        npm run --silent check
        npm run --silent test
        ;;
esac
