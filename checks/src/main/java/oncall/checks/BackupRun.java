package oncall.checks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import oncall.grade.Lab;
import oncall.health.SqlProbe;

/**
 * A backup that was started to see whether it succeeds. What it wrote is deleted again.
 *
 * @param job what was started
 * @param archives how many files it has written
 * @param missing what they should hold and do not, in a player's words; empty if nothing is
 * @param atFullPriority per cent of its processor time which it took on equal terms with the shop
 */
record BackupRun(BackupJob job, int archives, List<String> missing, int atFullPriority) {

    private static final Duration LIMIT = Duration.ofSeconds(230);
    private static final Duration MARGIN = Duration.ofSeconds(45);

    /** What dumps and packs; everything else in a backup takes hardly any time. */
    private static final String PROGRAMS = "pg_dump|pg_dumpall|pg_restore|psql|gzip|pigz|zip|zstd|xz|pxz|bzip2|lz4|lzma|7z|7za|tar";

    /** A function of bash: prints what cron hands to the shell, which ends at the first per cent sign without a backslash. */
    static final String FOR_CRON = """
            for_cron() {
                local typed=${1//\\\\%/$'\\001'}
                typed=${typed%%%*}
                printf '%s\\n' "${typed//$'\\001'/%}"
            }
            """;

    /*
     * Starts the job, at most twice, and waits until nobody packs any more and there are files which hold what is looked
     * for. Prints "archives" and their number, "holds" and for each thing whether it is there, and for each program: "used",
     * its processor time in ticks, nice, policy and limits.
     */
    private static final String SCRIPT = CpuLimits.FUNCTION + Archive.FUNCTION + FOR_CRON + """
            work=$(mktemp -d /var/tmp/.check-XXXXXXXX)
            session= judged= stable=
            trap 'rm -rf "$work"; [ -z "$session" ] || pkill -s "$session" || true' EXIT
            find %1$s -type f > "$work/earlier" 2>/dev/null
            touch "$work/stamp"

            begin() {
                local procs=/sys/fs/cgroup/system.slice/cron.service/cgroup.procs pids
                case $kind in
                    timer) systemctl start --no-block "$unit" ;;
                    service) systemctl restart --no-block "$unit" ;;
                    cron)
                        # A watcher that waits would keep another one from starting; cron brings it back. What it
                        # waits with ends as well: it has the watcher's lock in its hands.
                        pids=$(pgrep -f -- "$script" | grep -xFf "$procs" | paste -sd,)
                        [ -z "$pids" ] || kill ${pids//,/ } $(pgrep -P "$pids") 2>/dev/null || true
                        IFS=: read -r _ _ uid gid _ home _ < <(getent passwd "$unit")
                        ( echo $BASHPID > "$procs"; cd "$home" || cd /
                            exec setsid setpriv --reuid "$uid" --regid "$gid" --init-groups env -i HOME="$home" LOGNAME="$unit" \\
            SHELL=/bin/sh PATH=/usr/bin:/bin /bin/sh -c "$(for_cron "$command")" ) > /dev/null 2>&1 < /dev/null &
                        session=$! ;;
                esac
            }
            running() {
                case $kind in
                    cron) pgrep -s "$session" > /dev/null ;;
                    *) case $(systemctl show --no-pager -p ActiveState --value -- "$unit") in inactive | failed) false ;; esac ;;
                esac
            }
            declare -A ticks how limited
            busy() {
                local pid stat group found=1
                for pid in $(pgrep -x '%2$s'); do
                    read -r stat 2>/dev/null < "/proc/$pid/stat" && IFS=: read -r _ _ group 2>/dev/null < "/proc/$pid/cgroup" || continue
                    case $group in /user.slice/*) continue ;; esac
                    set -- ${stat##*) }
                    # Now: a group goes with the last of its programs.
                    [ -n "${limited[$group]:-}" ] || limited[$group]=$(limits "$group")
                    ticks[$pid]=$(( ${12} + ${13} )) how[$pid]="${17} ${39} ${limited[$group]}" found=0
                done
                return $found
            }
            holds() {
                local file
                : > "$work/all"
                while read -r file; do unpack "$file" "$work/one" && cat "$work/one" >> "$work/all"; done < "$work/fresh"
                marker=$(grep -acF -- "$marked" "$work/all")
                users=$(grep -ac '@customer\\.example' "$work/all")
                product=$(grep -acF -- "$sku" "$work/all")
                delivery=$(grep -acE "^$order[[:space:]]+[0-9]{4}-|[(]$order, *'[0-9]{4}-" "$work/all")
                [ "$marker" -gt 0 ]
            }

            begin
            starts=1 quiet=0 marker=0 users=0 product=0 delivery=0
            while [ "$SECONDS" -lt %3$d ]; do
                if busy; then quiet=0; sleep 0.4; continue; fi
                quiet=$((quiet + 1))
                find %1$s -type f -newer "$work/stamp" -size +0 > "$work/fresh" 2>/dev/null
                now=$(xargs -r -d '\\n' stat -c '%%n %%s %%Y' < "$work/fresh" | sort)
                if [ "$quiet" -ge 3 ] && [ -n "$now" ] && [ "$now" = "$stable" ] && [ "$now" != "$judged" ]; then
                    judged=$now
                    ! holds || break
                fi
                stable=$now
                if [ "$quiet" -ge 6 ] && ! running; then
                    [ "$starts" -lt 2 ] || break
                    starts=2 quiet=0
                    begin
                fi
                sleep 0.4
            done
            echo "archives $(wc -l < "$work/fresh")"
            echo "holds $marker $users $product $delivery"
            for pid in "${!ticks[@]}"; do echo "used ${ticks[$pid]} ${how[$pid]}"; done
            grep -vxFf "$work/earlier" "$work/fresh" | xargs -r -d '\\n' rm -f
            true
            """.formatted(Archive.STORE, PROGRAMS, LIMIT.toSeconds());

    boolean complete() {
        return archives > 0 && missing.isEmpty();
    }

    static BackupRun start(Lab lab, BackupJob job) {
        try (Customer customer = Customer.signUp(lab)) {
            customer.assertTaken();
            List<String> held = SqlProbe.postgres(lab.on("postgres"), "shop").query("""
                    SELECT (SELECT count(*) FROM users WHERE email LIKE '%%@customer.example'),
                           (SELECT sku FROM products ORDER BY random() LIMIT 1),
                           (SELECT order_id FROM fulfilments WHERE order_id >= %d ORDER BY order_id LIMIT 1)
                    """.formatted(lab.random().nextInt(200_000))).rows().get(0);
            Map<String, String> looked = Map.of("kind", job.kind(), "unit", job.unit(), "command", job.command(),
                    "script", job.script().equals("-") ? "pg_dump" : job.script(),
                    "marked", customer.email(), "sku", held.get(1), "order", held.get(2));
            return parse(job, Long.parseLong(held.get(0)),
                    lab.on(job.machine()).script(SCRIPT, looked, LIMIT.plus(MARGIN)).orThrow().out());
        }
    }

    /** @param accounts how many the database held */
    static BackupRun parse(BackupJob job, long accounts, String text) {
        int archives = 0;
        long all = 0;
        long full = 0;
        List<String> missing = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ");
            switch (fields[0]) {
                case "archives" -> archives = Integer.parseInt(fields[1]);
                case "holds" -> {
                    if (fields[1].equals("0")) {
                        missing.add("a customer who signed up just before");
                    }
                    if (Long.parseLong(fields[2]) < accounts) {
                        missing.add("%d of %d customers".formatted(accounts - Long.parseLong(fields[2]), accounts));
                    }
                    if (fields[3].equals("0")) {
                        missing.add("a product");
                    }
                    if (fields[4].equals("0")) {
                        missing.add("a delivery");
                    }
                }
                case "used" -> {
                    long ticks = Long.parseLong(fields[1]);
                    all += ticks;
                    full += CpuLimits.parse(fields, 2).stepsBack() ? 0 : ticks;
                }
                default -> throw new IllegalArgumentException("not a line of the run: " + line);
            }
        }
        return new BackupRun(job, archives, missing, (int) (100 * full / Math.max(1, all)));
    }
}
