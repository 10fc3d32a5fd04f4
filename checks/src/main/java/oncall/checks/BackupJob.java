package oncall.checks;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import oncall.grade.Lab;

/**
 * Something that a machine starts by itself and that dumps a PostgreSQL database: by a timer, by cron, or as a service
 * which waits between two dumps or is restarted.
 *
 * @param kind timer, service or cron
 * @param unit the service that is started; for cron, the user
 * @param command what cron runs; the control group of a service
 * @param script what in the command, or the command itself, makes the dump
 */
record BackupJob(String machine, String kind, String unit, String command, String script, Schedule schedule) {

    private static final Duration LIMIT = Duration.ofSeconds(240);

    /*
     * "now" and the local time; then a line per job: kind, unit, command, script, schedule, parted by tabs. Vendors' units
     * are left out. What is seen waiting, for the time given to a `sleep`, tells its interval itself, whatever starts it.
     */
    static final String SCRIPT = """
            # Prints which file makes dumps: the text itself (as "-"), or a script that it names, and so on.
            dumper() {
                local text=$1 name=$2 depth=$3 word
                if grep -qE 'pg_dump|pg_basebackup' <<< "$text"; then echo "$name"; return; fi
                [ "$depth" -gt 0 ] || return 1
                for word in $(grep -oE '/[[:alnum:]_./@-]+' <<< "$text" | sort -u); do
                    [ -f "$word" ] && [ "$(stat -L -c %s "$word")" -lt 65536 ] && grep -qI . "$word" || continue
                    if dumper "$(cat "$word")" x $((depth - 1)) > /dev/null; then echo "$word"; return; fi
                done
                return 1
            }
            property() { systemctl show --no-pager -p "$2" --value -- "$1"; }
            # Units of a type and in one of some states which no package has brought.
            own() {
                local units
                units=$(systemctl list-units --type="$1" --state="$2" --plain --no-legend --no-pager | awk '{ print $1 }')
                [ -z "$units" ] || systemctl show --no-pager -p Id -p FragmentPath -- $units |
                    awk -v RS= '!/FragmentPath=[/](usr[/])?lib[/]/ && /FragmentPath=[/]/ { match($0, /Id=[^\\n]*/); print substr($0, RSTART + 3, RLENGTH - 3) }'
            }
            # Of the processes in a file, those which sleep: for how long; fails where none does.
            sleeps() {
                local pid
                for pid in $(cat "$1" 2>/dev/null); do
                    [ "$(cat "/proc/$pid/comm" 2>/dev/null)" = sleep ] || continue
                    [ -z "$2" ] || tr '\\0' ' ' < "/proc/$(ps -o ppid= -p "$pid" | tr -d ' ')/cmdline" | grep -qF -- "$2" || continue
                    echo "every:$(tr '\\0' ' ' < "/proc/$pid/cmdline" | cut -d' ' -f2)"
                    return
                done
                return 1
            }
            job() { printf '%s\\t%s\\t%s\\t%s\\t%s\\n' "$@"; }

            date +'now %Y-%m-%dT%H:%M:%S'
            triggered=' '
            for timer in $(own timer active); do
                unit=$(property "$timer" Unit)
                script=$(dumper "$(property "$unit" ExecStart)" - 2) || continue
                triggered+="$unit "
                schedule=$(systemctl show --no-pager -p TimersCalendar -p TimersMonotonic -- "$timer" |
                    sed -nE 's/.*\\{ (On[A-Za-z]*)=(.*) ; next_elapse=.*/\\1 \\2/p' | while read -r what when; do
                        case $what in
                            OnCalendar) systemd-analyze calendar --iterations=200 "$when" | grep -E 'Next elapse|Iter' |
                                grep -oE '[0-9]{4}-[0-9-]+ [0-9:]{8}' | sed 's/ /T/; s/^/at:/' ;;
                            OnUnit*) echo "every:$when" ;;
                        esac
                    done | paste -sd '|')
                job timer "$unit" - "$script" "$schedule"
            done
            for unit in $(own service active,activating); do
                case $triggered in *" $unit "*) continue ;; esac
                script=$(dumper "$(property "$unit" ExecStart)" - 2) || continue
                pid=$(property "$unit" MainPID) schedule=
                for _ in $(seq 200); do
                    schedule=$(sleeps "/sys/fs/cgroup$(property "$unit" ControlGroup)/cgroup.procs" '') && break
                    if [ "$(property "$unit" MainPID)" != "$pid" ]; then
                        case $(property "$unit" Restart) in always | on-success) schedule=every:$(property "$unit" RestartUSec) ;; esac
                        break
                    fi
                    [ "$pid" != 0 ] || pid=none
                    sleep 0.5
                done
                job service "$unit" "$(property "$unit" ControlGroup)" "$script" "$schedule"
            done
            systemctl is-active --quiet cron || exit 0
            crontabs() {
                grep -HvE '^[[:space:]]*(#|$|[A-Za-z_]+[[:space:]]*=)' /etc/crontab /etc/cron.d/* 2>/dev/null | grep -vE '^[^:]*/[^/:]*[.][^/:]*:' | sed -E 's/^[^:]*://'
                (cd /var/spool/cron/crontabs 2>/dev/null && for user in *; do
                    [ ! -f "$user" ] || grep -vE '^[[:space:]]*(#|$|[A-Za-z_]+[[:space:]]*=)' "$user" |
                        sed -E "s/^[[:space:]]*((@[a-z]+|[^[:space:]]+([[:space:]]+[^[:space:]]+){4}))[[:space:]]+/\\1 $user /"
                done)
                for often in hourly:'17 * * * *' daily:'25 6 * * *' weekly:'47 6 * * 7' monthly:'52 6 1 * *'; do
                    for file in $(run-parts --test "/etc/cron.${often%%:*}" 2>/dev/null); do echo "${often#*:} root $file"; done
                done
            }
            crontabs | while read -r line; do
                case $line in
                    @*) read -r when user command <<< "$line" ;;
                    *) read -r a b c d e user command <<< "$line"; when="$a $b $c $d $e" ;;
                esac
                script=$(dumper "$command" - 2) || continue
                schedule="cron:$when" word=$script procs=/sys/fs/cgroup/system.slice/cron.service/cgroup.procs soon=$SECONDS
                # Every minute, and nothing runs: it may be what waits by itself, and that cron has yet to bring back.
                [ "$when" != '* * * * *' ] || soon=$((SECONDS + 65))
                [ "$script" != - ] || word=$(grep -oE 'pg_(dump|basebackup)' <<< "$command" | head -1)
                for _ in $(seq 200); do
                    if found=$(sleeps "$procs" "$word"); then schedule=$found; break; fi
                    grep -qxFf <(pgrep -f -- "$word") "$procs" || [ "$SECONDS" -lt "$soon" ] || break
                    sleep 0.5
                done
                job cron "$user" "$command" "$script" "$schedule"
            done
            """;

    /** All of them on the stage's machines. */
    static List<BackupJob> find(Lab lab) {
        List<BackupJob> jobs = new ArrayList<>();
        for (String machine : lab.stage().names()) {
            jobs.addAll(parse(machine, lab.on(machine).sudo(SCRIPT, LIMIT).orThrow().out()));
        }
        return jobs;
    }

    static List<BackupJob> parse(String machine, String text) {
        List<BackupJob> jobs = new ArrayList<>();
        LocalDateTime now = LocalDateTime.MIN;
        for (String line : text.lines().toList()) {
            String[] fields = line.split("\t", -1);
            if (line.startsWith("now ")) {
                now = LocalDateTime.parse(line.substring(4));
            } else if (fields.length == 5) {
                jobs.add(new BackupJob(machine, fields[0], fields[1], fields[2], fields[3], Schedule.parse(fields[4], now)));
            }
        }
        return jobs;
    }
}
