#!/usr/bin/env bash
# The edge: nginx serves the shop's pages and forwards its API to HAProxy, which balances the two back ends.
source "$(dirname "$0")/../common.sh"

install_files
rm -f /etc/nginx/sites-enabled/default
ln -sfn ../sites-available/shop /etc/nginx/sites-enabled/shop
ln -sfn ../sites-available/api /etc/nginx/sites-enabled/api
install -d -m 755 /var/www/shop
if [ -d /srv/shop/web ]; then cp -r /srv/shop/web/. /var/www/shop/; rm -rf /srv/shop; fi
nginx -t -q
haproxy -c -q -f /etc/haproxy/haproxy.cfg
enable_now nginx haproxy prometheus-nginx-exporter prometheus-node-exporter
