#!/usr/bin/env bash
# Everything, on this machine: PostgreSQL and Chromium are found or installed, PostgreSQL is started for this run
# alone, every test project runs, PostgreSQL is stopped. The last line is `N passed, N failed`; a failure exits with 1.
#
#   ./test.sh             all tests
#   ./test.sh --long      the same, with thousands of made-up sets in place of a few
#   ./test.sh --approve   takes what the last run received (*.received.txt) as approved (*.approved.txt)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

passed=0
failed=0
work=""      # the throw-away folder of this run: cluster, log, results
server=""    # bin folder of PostgreSQL, once ours runs

say() { echo "test.sh: $*"; }

stop_postgres() {
    if [[ -n "$server" ]]; then
        as_postgres "$server/pg_ctl" stop --pgdata "$work/cluster" --mode immediate >/dev/null 2>&1 || true
        server=""
    fi
}

clean_up() {
    stop_postgres
    if [[ -n "$work" ]]; then
        rm -rf "$work"
    fi
}

finish() {
    clean_up
    echo "$passed passed, $failed failed"
    [[ $failed -eq 0 ]] && exit 0
    exit 1
}

give_up() {
    say "$*"
    failed=$((failed + 1))
    finish
}

# PostgreSQL refuses to run as root; its package made the user postgres.
as_postgres() {
    if [[ $EUID -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

apt_install() {
    [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null || give_up "$1 is missing and only root can install it: apt-get install $1"
    say "installs Debian's package $1"
    if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$1"; } >"$work/apt.log" 2>&1; then
        tail -20 "$work/apt.log"
        give_up "$1 could not be installed"
    fi
}

postgres_bin() {
    local bin
    for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort --version-sort --reverse) $(dirname "$(command -v pg_ctl || echo /)"); do
        if [[ -x "$bin/initdb" && -x "$bin/pg_ctl" ]]; then
            echo "$bin"
            return
        fi
    done
}

free_port() {
    local port
    while port=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
    echo "$port"
}

start_postgres() {
    local bin port
    bin=$(postgres_bin)
    if [[ -z "$bin" ]]; then
        apt_install postgresql
        bin=$(postgres_bin)
        [[ -n "$bin" ]] || give_up "PostgreSQL is not there after its installation"
    fi
    say "finds $("$bin/postgres" --version) in $bin"

    [[ $EUID -eq 0 ]] && chown postgres "$work"
    as_postgres "$bin/initdb" --pgdata "$work/cluster" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync \
        >"$work/initdb.log" 2>&1 || { cat "$work/initdb.log"; give_up "no PostgreSQL cluster could be made"; }
    port=$(free_port)
    server=$bin   # from here on it is stopped on every way out
    # A crash may lose this cluster: nothing in it outlives the run.
    as_postgres "$bin/pg_ctl" start --wait --pgdata "$work/cluster" --log "$work/postgres.log" --options \
        "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$work -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" \
        >/dev/null || { cat "$work/postgres.log"; give_up "PostgreSQL does not start"; }
    export THADS_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres"
    say "starts PostgreSQL on port $port"
}

find_chromium() {
    local found
    command -v chromium chromium-browser google-chrome >/dev/null || apt_install chromium
    found=$(command -v chromium chromium-browser google-chrome | head -n 1) || give_up "Chromium is not there after its installation"
    export THADS_TEST_CHROMIUM=$found
    say "finds $("$found" --version 2>/dev/null | head -n 1) in $found"
}

# A test project is a program that writes its counts; -failSkips: nothing may be left out here.
run_project() {
    local name counts code=0
    name=$(basename "$(dirname "$1")")
    say "runs $name"
    dotnet "tests/$name/bin/Release/net10.0/$name.dll" -noLogo -noColor -failSkips -longRunning 120 -result-xml "$work/$name.xml" || code=$?
    counts=$(grep --only-matching '<assembly [^>]*>' "$work/$name.xml" 2>/dev/null || true)
    if [[ -z "$counts" || $(count total) -eq 0 ]]; then
        say "$name ran no test (exit $code)"
        failed=$((failed + 1))
        return
    fi
    passed=$((passed + $(count passed)))
    failed=$((failed + $(count failed) + $(count errors) + $(count skipped)))
    if [[ $code -ne 0 && $(count failed) -eq 0 && $(count errors) -eq 0 ]]; then
        say "$name ended with exit $code"
        failed=$((failed + 1))
    fi
}

count() { sed -E "s/.* $1=\"([0-9]+)\".*/\1/" <<<"$counts"; }

approve() {
    find tests -name '*.received.txt' -not -path '*/bin/*' -not -path '*/obj/*' | while read -r received; do
        mv -v "$received" "${received%.received.txt}.approved.txt"
    done
}

case "${1:-}" in
    "") ;;
    --long) export THADS_LONG=1 ;;
    --approve) approve; exit ;;
    *) sed -n '2,7s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac

trap clean_up EXIT
trap 'exit 130' INT TERM HUP
work=$(mktemp -d "${TMPDIR:-/tmp}/thads-test.XXXXXX")
export THADS_TEST_ALL=1 DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

command -v dotnet >/dev/null || give_up "the .NET SDK is missing"
say "finds .NET SDK $(dotnet --version)"
start_postgres
find_chromium

say "restores and builds"
dotnet restore --locked-mode --verbosity quiet || give_up "the packages could not be restored"
dotnet build --no-restore --configuration Release -nodeReuse:false --verbosity quiet || give_up "the build failed"

say "checks the form of the code"
if ! dotnet format Thads.slnx --verify-no-changes --severity warn --no-restore; then
    say "the form of the code is not kept: run dotnet format"
    failed=$((failed + 1))
fi

for project in tests/*/*.csproj; do
    run_project "$project"
done
finish
