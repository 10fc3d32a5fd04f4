#!/usr/bin/env bash
# Creates the billing database with its invoices in this machine's MySQL. Does nothing where it already is.
# Runs in the image while it is built (no systemd) or on a stock machine.
set -euo pipefail
[ ! -d /var/lib/mysql/billing ] || exit 0

install -d -m 755 -o mysql -g mysql /run/mysqld
started=no
if ! mysqladmin --silent ping 2>/dev/null; then
  # Durability does not matter for a load that starts over when interrupted.
  mysqld --user=mysql --daemonize --pid-file=/run/mysqld/load.pid --skip-log-bin --mysqlx=OFF \
         --innodb-flush-log-at-trx-commit=0 --innodb-buffer-pool-size=512M --innodb-doublewrite=OFF
  started=yes
fi
password=$(sed -n 's/^db.mysql.password=//p' /etc/shop/shop.properties)
mysql <<SQL
CREATE DATABASE billing CHARACTER SET utf8mb4;
CREATE USER 'shop'@'10.77.0.%' IDENTIFIED BY '$password';
-- The migrations run as this account, too.
GRANT ALL PRIVILEGES ON billing.* TO 'shop'@'10.77.0.%';
CREATE USER 'prometheus'@'localhost' IDENTIFIED WITH auth_socket;
GRANT PROCESS, REPLICATION CLIENT, SELECT ON *.* TO 'prometheus'@'localhost';
SQL
/usr/share/shop/db/load-mysql.sh
mysql billing -N -e 'ANALYZE TABLE invoices' >/dev/null
[ "$started" = no ] || mysqladmin shutdown
