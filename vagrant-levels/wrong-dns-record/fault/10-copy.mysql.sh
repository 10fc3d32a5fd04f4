#!/usr/bin/env bash
# Where the record is to point here, a copy of the shop's database serves here: as old as the machine, and to be read only.
# SEED_CHANGE: the record and its new address.
set -euo pipefail
[ "$SEED_CHANGE" = postgres=10.77.0.12 ] || exit 0
home=/etc/postgresql/17/main
cat > "$home/conf.d/reports.conf" <<'CONF'
# Copy for the monthly reports.
listen_addresses = '*'
max_connections = 40
shared_buffers = 16MB
default_transaction_read_only = on
CONF
echo 'host shop shop 10.77.0.0/24 scram-sha-256' >> "$home/pg_hba.conf"
SYSTEMCTL_SKIP_SYSV=1 systemctl -q --no-reload enable postgresql postgresql@17-main
systemctl daemon-reload
systemctl start postgresql postgresql@17-main
for _ in $(seq 120); do pg_isready -q -h 10.77.0.12 && exit 0; sleep 0.5; done
echo "the copy does not serve" >&2
exit 1
