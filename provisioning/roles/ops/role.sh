#!/usr/bin/env bash
# Name service, event stream, monitoring and the synthetic shoppers.
source "$(dirname "$0")/../common.sh"

install_files
rm -rf /srv/shop
conf=/etc/valkey/valkey.conf
sed -i 's/^bind .*/bind 127.0.0.1 10.77.0.14/; s/^protected-mode .*/protected-mode no/; s/^appendonly .*/appendonly yes/' "$conf"
named-checkconf
named-checkzone -q shop.internal /etc/bind/zones/db.shop.internal
promtool check config --syntax-only /etc/prometheus/prometheus.yml >/dev/null
promtool check rules /etc/prometheus/rules/*.yml >/dev/null
amtool check-config /etc/prometheus/alertmanager.yml >/dev/null
enable_now named valkey-server prometheus-redis-exporter prometheus prometheus-alertmanager prometheus-node-exporter shop-shoppers
