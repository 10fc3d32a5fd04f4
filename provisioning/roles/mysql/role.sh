#!/usr/bin/env bash
# The billing database.
source "$(dirname "$0")/../common.sh"

install_files
rm -rf /srv/shop
# The image brings the data; a stock machine loads it here.
[ -d /var/lib/mysql/billing ] || /usr/local/lib/oncall-lab/load-billing.sh
enable_now mysql prometheus-mysqld-exporter prometheus-node-exporter
