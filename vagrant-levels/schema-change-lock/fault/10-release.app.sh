#!/usr/bin/env bash
# What a release left behind: a job which changes the table of orders in one long transaction, and which is run again
# whenever it ended without success. One file for both machines that can have it.
# SEED_HOST: the machine; SEED_JOB: how the job is called; SEED_COLUMN: what the orders get; SEED_RETRY: who runs it
# again: restart (the unit itself), timer or cron.
set -euo pipefail
[ "$(hostname)" = "$SEED_HOST" ] || exit 0
job=$SEED_JOB column=$SEED_COLUMN home=/usr/local/lib/shop-releases/$SEED_JOB environment=/etc/shop/$SEED_JOB.env
install -d -m 755 "$home"

password=$(sed -n 's/^db\.postgres\.password=//p' /etc/shop/shop.properties)
install -m 640 -g shop /dev/stdin "$environment" <<ENV
PGHOST=postgres.shop.internal
PGDATABASE=shop
PGUSER=shop
PGPASSWORD=$password
ENV

sed "s/@COLUMN@/$column/g" > "$home/change.sql" <<'SQL'
-- Release 4.18: each order knows the kind of customer it came from.
-- All in one transaction, so that every order has it or none.
BEGIN;
ALTER TABLE orders ADD COLUMN @COLUMN@ varchar(16);

-- All rows at once would be too much for the database: a few at a time, with a pause.
DO $$
DECLARE
    done bigint := 0;
    last CONSTANT bigint := (SELECT max(id) FROM orders);
BEGIN
    WHILE done < last LOOP
        UPDATE orders SET @COLUMN@ = CASE WHEN total_cents < 20000 THEN 'private' ELSE 'business' END
        WHERE id > done AND id <= done + 10;
        done := done + 10;
        PERFORM pg_sleep(5);
    END LOOP;
END $$;
COMMIT;
SQL

sed "s/@COLUMN@/$column/g" > "$home/apply" <<'SCRIPT'
#!/bin/bash
# Applies change.sql, unless that is done already. One at a time.
set -euo pipefail
home=$(dirname "$(realpath "$0")")
exec 9< "$home/change.sql"
flock -n 9 || exit 0
there=$(psql -XAtqc "SELECT count(*) FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = '@COLUMN@'")
if [ "$there" != 0 ]; then
    echo "orders.@COLUMN@ is there, nothing to do"
    exit 0
fi
echo "adding orders.@COLUMN@"
exec psql -X -q -v ON_ERROR_STOP=1 -f "$home/change.sql"
SCRIPT
chmod 755 "$home/apply"

service() {
    cat > "/etc/systemd/system/$job.service" <<UNIT
[Unit]
Description=Shop release 4.18, database part
After=network.target
StartLimitIntervalSec=0

[Service]
Type=exec
User=shop
Group=shop
EnvironmentFile=$environment
ExecStart=$home/apply
UNIT
}
case $SEED_RETRY in
    restart)
        service
        cat >> "/etc/systemd/system/$job.service" <<UNIT
# The database may be busy; the change has to get through in the end.
Restart=on-failure
RestartSec=5

[Install]
WantedBy=multi-user.target
UNIT
        systemctl daemon-reload
        systemctl enable --quiet --now "$job.service" ;;
    timer)
        service
        cat > "/etc/systemd/system/$job.timer" <<UNIT
[Unit]
Description=Shop release 4.18, database part, until it is through

[Timer]
OnBootSec=20
OnUnitInactiveSec=20
AccuracySec=1

[Install]
WantedBy=timers.target
UNIT
        systemctl daemon-reload
        systemctl enable --quiet --now "$job.timer" ;;
    cron)
        cat > "/etc/cron.d/$job" <<CRON
# Shop release 4.18, database part: again and again, until it is through.
* * * * * shop set -a; . $environment; $home/apply 2>&1 | logger -t $job
CRON
        ;;
    *) echo "unknown way '$SEED_RETRY'" >&2; exit 64 ;;
esac

# Cron needs up to a minute.
set -a
. "$environment"
for _ in $(seq 240); do
    kept=$(psql -XAtqc "SELECT count(*) FROM pg_locks
                        WHERE relation = 'orders'::regclass AND mode = 'AccessExclusiveLock' AND granted")
    [ "$kept" = 1 ] && exit 0
    sleep 0.5
done
echo "$job does not hold its lock" >&2
exit 1
