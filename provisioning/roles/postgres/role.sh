#!/usr/bin/env bash
# The shop's database.
source "$(dirname "$0")/../common.sh"

install_files
rm -rf /srv/shop
hba=/etc/postgresql/17/main/pg_hba.conf
grep -q '10\.77\.0\.0/24' "$hba" || echo 'host shop shop 10.77.0.0/24 scram-sha-256' >> "$hba"
# The image brings the data; a stock machine loads it here.
[ -e /var/lib/postgresql/17/main/.shop-loaded ] || /usr/local/lib/oncall-lab/load-shop.sh
enable_now postgresql postgresql@17-main prometheus-postgres-exporter prometheus-node-exporter
