package oncall.checks;

import java.time.Duration;
import java.time.LocalDateTime;
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
 * @param startsOver whether, once started, it goes on with the next one, and the next, all day long
 */
record BackupRun(BackupJob job, int archives, List<String> missing, int atFullPriority, boolean startsOver) {

    /** At most this many backups a day are what the auditors want, and not what customers suffer from. */
    static final int MOST_PER_DAY = 24;

    /** So long for what is not busy, and so long in all for what dumps and packs: a tight quota is a right mend. */
    private static final Duration LIMIT = Duration.ofSeconds(230);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration MARGIN = Duration.ofSeconds(60);

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
     * for; then until it has ended, waits for longer than a script does between two of its steps, or has begun the same
     * dump for the third time. Prints "archives" and their number, "holds" and for each thing whether it is there, and for
     * each program: "used", its processor time in ticks, nice, policy and limits. Also "again" where it starts over,
     * "every" and what it waits for, or "packing" where it has not come to an end.
     */
    static String script(Duration idle, Duration longest) {
        return CpuLimits.FUNCTION + Archive.FUNCTION + FOR_CRON + BackupJob.STARTED + """
            work=$(mktemp -d /var/tmp/.check-XXXXXXXX)
            session= judged= stable= made= again= every= units= stopped= most=0 enough=3 end=%3$d
            trap 'finish; rm -rf "$work"' EXIT
            find %1$s -type f > "$work/earlier" 2>/dev/null
            touch "$work/stamp"
            : > "$work/fresh"
            case $kind in
                cron) for name in $(started "$command"); do [[ $name = *.* ]] || name+=.service; units+="$name "; done ;;
                *) units=$unit ;;
            esac
            substate() { systemctl show --no-pager -p SubState --value -- "$1"; }
            # A service is left as it was found: running. What its schedule would not have running now is stopped.
            [ "$kind" = service ] || for name in $units; do
                case $(substate "$name") in dead | failed) stopped+="$name " ;; esac
            done

            begin() {
                local procs=/sys/fs/cgroup/system.slice/cron.service/cgroup.procs pids shell=/bin/sh home setting settings
                case $kind in
                    timer) systemctl start --no-block "$unit" ;;
                    service) systemctl restart --no-block "$unit" ;;
                    cron)
                        # A watcher that waits would keep another one from starting; cron brings it back. What it
                        # waits with ends as well: it has the watcher's lock in its hands.
                        pids=$(pgrep -f -- "$script" | grep -xFf "$procs" | paste -sd,)
                        [ -z "$pids" ] || kill ${pids//,/ } $(pgrep -P "$pids") 2>/dev/null || true
                        IFS=: read -r _ _ uid gid _ home _ < <(getent passwd "$unit")
                        IFS=$'\\036' read -r -a settings <<< "${assigned:-}"
                        for setting in "${settings[@]}"; do
                            case $setting in SHELL=*) shell=${setting#*=} ;; HOME=*) home=${setting#*=} ;; esac
                        done
                        ( echo $BASHPID > "$procs"; cd "$home" || cd /
                            exec setsid setpriv --reuid "$uid" --regid "$gid" --init-groups env -i HOME="$home" \\
            SHELL="$shell" PATH=/usr/bin:/bin "${settings[@]}" LOGNAME="$unit" "$shell" -c "$(for_cron "$command")" ) > /dev/null 2>&1 < /dev/null &
                        session=$! ;;
                esac
            }
            finish() {
                local name
                if [ -n "$session" ]; then
                    pkill -s "$session" || true
                    for _ in {1..25}; do pgrep -s "$session" > /dev/null || break; sleep 0.2; done
                fi
                for name in $stopped; do
                    [ "$(substate "$name")" = dead ] || timeout 30 systemctl stop "$name"
                done
                session= stopped=
            }
            running() {
                local name
                if [ -n "$session" ] && pgrep -s "$session" > /dev/null; then return 0; fi
                for name in $units; do
                    # One that waits to be restarted, or that counts as active although it has ended, is over as well.
                    case $(substate "$name") in dead* | failed* | exited | auto-restart*) ;; *) return 0 ;; esac
                done
                return 1
            }
            # Whether a process is one of the job's.
            ours() {
                local stat group
                read -r stat 2>/dev/null < "/proc/$1/stat" && IFS=: read -r _ _ group 2>/dev/null < "/proc/$1/cgroup" || return 1
                set -- ${stat##*) }
                case " ${session:-none} ${units:-none} " in *" $4 "* | *" ${group##*/} "*) ;; *) return 1 ;; esac
            }
            declare -A ticks how limited dumps
            # A date in what it is told makes no other dump of it, nor does a wrapper that is about to start the program.
            count() {
                local told
                read -r told 2>/dev/null < "/proc/$1/comm"
                case $told in pg_dump | pg_dumpall) ours "$1" || return 0 ;; *) return 0 ;; esac
                told=$(tr '\\0' ' ' 2>/dev/null < "/proc/$1/cmdline" | tr -d '0-9')
                told=dump${told#*/pg_dump}
                dumps[$told]=$(( ${dumps[$told]:-0} + 1 ))
                [ "${dumps[$told]}" -le "$most" ] || most=${dumps[$told]}
            }
            busy() {
                local pid stat group found=1
                for pid in $(pgrep -x '%2$s'); do
                    read -r stat 2>/dev/null < "/proc/$pid/stat" && IFS=: read -r _ _ group 2>/dev/null < "/proc/$pid/cgroup" || continue
                    case $group in /user.slice/*) continue ;; esac
                    set -- ${stat##*) }
                    # Now: a group goes with the last of its programs.
                    [ -n "${limited[$group]:-}" ] || limited[$group]=$(limits "$group")
                    [ -n "${ticks[$pid]:-}" ] || count "$pid"
                    ticks[$pid]=$(( ${12} + ${13} )) how[$pid]="${17} ${39} ${limited[$group]}" found=0
                done
                return $found
            }
            # For more than a minute, and for how long: less may lie between two steps of one backup.
            waits() {
                local pid
                for pid in $(pgrep -x sleep); do
                    ours "$pid" || continue
                    every=$(tr '\\0' ' ' 2>/dev/null < "/proc/$pid/cmdline" | awk '{ for (i = 2; i <= NF; i++) {
                        unit = substr($i, length($i)); value = $i ~ /^inf/ ? 1e9 : $i + 0; all = all " " $i
                        sum += value * (unit == "m" ? 60 : unit == "h" ? 3600 : unit == "d" ? 86400 : 1) } }
                        END { if (sum > 60) print substr(all, 2) }')
                    [ -z "$every" ] || return 0
                done
                return 1
            }
            fresh() { find %1$s -type f -newer "$work/stamp" -size +0 > "$work/fresh" 2>/dev/null; }
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
            # Not before so many seconds from now, unless that is too long in all.
            later() {
                local moment=$((SECONDS + $1))
                [ "$moment" -le %4$d ] || moment=%4$d
                [ "$moment" -le "$end" ] || end=$moment
            }

            begin
            starts=1 quiet=0 packs=0 marker=0 users=0 product=0 delivery=0
            while [ "$SECONDS" -lt "$end" ]; do
                if busy; then
                    quiet=0 packs=1
                    if [ "$most" -ge "$enough" ]; then
                        # One that was tried in vain may be tried again.
                        enough=$((most + 1))
                        [ -n "$made" ] || { fresh; ! holds || made=yes; }
                        if [ -n "$made" ]; then again=yes; break; fi
                    fi
                    later 60
                    sleep 0.4
                    continue
                fi
                quiet=$((quiet + 1)) packs=0
                if [ -n "$made" ]; then
                    if ! running || waits; then break; fi
                    sleep 0.4
                    continue
                fi
                fresh
                now=$(xargs -r -d '\\n' stat -c '%%n %%s %%Y' < "$work/fresh" | sort)
                if [ "$quiet" -ge 3 ] && [ -n "$now" ] && [ "$now" = "$stable" ] && [ "$now" != "$judged" ]; then
                    judged=$now
                    if holds; then made=yes; later 120; continue; fi
                fi
                stable=$now
                if [ "$quiet" -ge 6 ] && ! running; then
                    [ "$starts" -lt 2 ] || break
                    starts=2 quiet=0
                    begin
                fi
                sleep 0.4
            done
            if [ -z "$made" ] && [ "$packs" = 1 ]; then echo packing; fi
            [ -z "$again" ] || echo again
            [ -z "$every" ] || echo "every $every"
            echo "archives $(wc -l < "$work/fresh")"
            echo "holds $marker $users $product $delivery"
            for pid in "${!ticks[@]}"; do echo "used ${ticks[$pid]} ${how[$pid]}"; done
            finish
            find %1$s -type f -newer "$work/stamp" > "$work/fresh" 2>/dev/null
            grep -vxFf "$work/earlier" "$work/fresh" | xargs -r -d '\\n' rm -f
            true
            """.formatted(Archive.STORE, PROGRAMS, idle.toSeconds(), longest.toSeconds());
    }

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
                    "script", job.script().equals("-") ? "pg_dump" : job.script(), "assigned", job.assigned(),
                    "marked", customer.email(), "sku", held.get(1), "order", held.get(2));
            return parse(job, Long.parseLong(held.get(0)),
                    lab.on(job.machine()).script(script(LIMIT, LONGEST), looked, LONGEST.plus(MARGIN)).orThrow().out());
        }
    }

    /** @param accounts how many the database held */
    static BackupRun parse(BackupJob job, long accounts, String text) {
        int archives = 0;
        long all = 0;
        long full = 0;
        boolean startsOver = false;
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
                case "again" -> startsOver = true;
                case "every" -> startsOver |= Schedule.parse("every:" + line.substring(6), LocalDateTime.MIN).perDay() > MOST_PER_DAY;
                case "packing" -> throw new IllegalStateException(
                        "a backup that was started was still being packed after %d minutes".formatted(LONGEST.toMinutes()));
                default -> throw new IllegalArgumentException("not a line of the run: " + line);
            }
        }
        return new BackupRun(job, archives, missing, (int) (100 * full / Math.max(1, all)), startsOver);
    }
}
