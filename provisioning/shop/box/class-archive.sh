#!/bin/bash
# Makes /opt/shop/lib.jsa, an archive of the classes that the shop's programs load from the JDK and from /opt/shop/lib
# (class data sharing). With it a program starts in a quarter of the processor time, which counts on emulated machines.
# It depends on the libraries only, not on the shop's own classes: a new release needs no new archive.
# And /opt/shop/javac.jsa, the same for the compiler that bin/build runs.
# Needs an installed release; starts each program for a moment, without its databases.
set -euo pipefail
lists=$(mktemp -d)
chown shop:shop "$lists"
trap 'rm -rf "$lists"' EXIT
log=$lists/log
sed 's#^log.file=.*#log.file='"$log"'#; s#^uploads\.\(.*\)directory=.*#uploads.\1directory='"$lists"'#' /etc/shop/shop.properties >"$lists/shop.properties"
echo "log.file=$log" >>"$lists/shop.properties"

# start NAME PORT MAIN PROPERTIES...: runs a program until it answers, asks for a few things, and notes what it loaded.
start() {
    local name=$1 port=$2 main=$3 n
    shift 3
    runuser -u shop -- java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:DumpLoadedClassList="$lists/$name" \
        -cp "/opt/shop/lib/*:/opt/shop/current/classes" "$main" "$@" >"$lists/$name.out" 2>&1 &
    local pid=$!
    for n in {1..150}; do
        curl -fs -o /dev/null "http://127.0.0.1:$port/health/live" && break
        kill -0 "$pid" 2>/dev/null || break
        sleep 0.2
    done
    curl -fs -o /dev/null "http://127.0.0.1:$port/health/live" || { cat "$lists/$name.out" >&2; echo "class-archive.sh: $main did not start" >&2; exit 1; }
    for path in /metrics /health/ready /api/badge /api/orders /api/invoices?customer=C-000001; do
        curl -s -o /dev/null -m 20 -H 'Origin: http://shop.localhost:8080' "http://127.0.0.1:$port$path" || true
    done
    kill "$pid"
    wait "$pid" || true
}

chmod 755 "$lists"
chmod 644 "$lists/shop.properties"
sed "s#^log.file=.*#log.file=$log#" /etc/shop/api-8081.properties >"$lists/api.properties"
sed "s#^log.file=.*#log.file=$log#" /etc/shop/worker.properties >"$lists/worker.properties"
start api 8081 shop.Api "$lists/shop.properties" "$lists/api.properties"
start worker 8090 shop.Worker "$lists/shop.properties" "$lists/worker.properties"
start shoppers 9200 shop.Shoppers /etc/shop/shoppers.properties

# No database answered, so the better part of the drivers was not seen: all of it is taken. What is never loaded costs
# nothing but room in the file.
for jar in /opt/shop/lib/{postgresql,mysql-connector-j,jedis}-*.jar; do
    jar tf "$jar"
done | grep -E '^(org/postgresql|com/mysql/cj|redis/clients/jedis)/.*\.class$' |
    grep -vE 'xdevapi|/x/|/ssl/|/search/|/json/|/timeseries/|/bloom/|/graph/|/mcf/|postgresql/ds/|/xa/|replication|sspi|gss' |
    sed 's/\.class$//' >"$lists/drivers"

# The shop's own classes change with each release; proxies are made anew by every JVM. The numbers that a list gives
# its classes hold within that list only.
cat "$lists/api" "$lists/worker" "$lists/shoppers" "$lists/drivers" | sed 's/ id: [0-9]*$//' |
    grep -v -e '^shop/' -e '^@lambda-proxy shop/' -e ' source: ' -e '\$Proxy[0-9]' | awk '!seen[$0]++' >"$lists/all"
java -XX:+UseSerialGC -Xshare:dump -XX:SharedClassListFile="$lists/all" -XX:SharedArchiveFile=/opt/shop/lib.jsa \
    -cp '/opt/shop/lib/*' >"$lists/dump.out" 2>&1 || { tail -20 "$lists/dump.out" >&2; exit 1; }
chmod 644 /opt/shop/lib.jsa

JAVAC_ARCHIVE=-J-XX:ArchiveClassesAtExit=/opt/shop/javac.jsa /srv/shop/bin/build /srv/shop "$lists/release" >"$lists/javac.out" 2>&1 ||
    { tail -20 "$lists/javac.out" >&2; exit 1; }
chmod 644 /opt/shop/javac.jsa
