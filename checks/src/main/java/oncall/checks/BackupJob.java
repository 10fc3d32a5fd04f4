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
 * @param assigned what the crontab says of the environment, as NAME=value, parted by the character 036
 * @param command what cron runs; the control group of a service
 * @param script what in the command, or the command itself, makes the dump
 */
record BackupJob(String machine, String kind, String unit, String assigned, String command, String script,
        Schedule schedule) {

    private static final Duration LIMIT = Duration.ofSeconds(240);

    /** A function of bash: prints the units that a command has the service manager start. */
    static final String STARTED = """
            started() {
                grep -oE 'systemctl([[:space:]]+-[-a-z=]+)*[[:space:]]+(re)?start([[:space:]]+[[:alnum:]_@.:-]+)+' <<< "$1" |
                    sed -E 's/.*[[:space:]](re)?start[[:space:]]+//' | tr -s '[:space:]' '\\n' | grep -vE '^-|[.](timer|target|path|socket)$' || true
            }
            """;

    /*
     * "now" and the local time; then a line per job: kind, unit, assigned, command, script, schedule, parted by tabs. Vendors' units
     * are left out. What is seen waiting, for the time given to a `sleep`, tells its interval itself, whatever starts it.
     */
    static final String SCRIPT = STARTED + """
            # Prints which file makes dumps: the text itself (as "-"), a script that it names, what a unit runs that it has
            # started, and so on.
            dumper() {
                local text=$1 name=$2 depth=$3 word found
                if grep -qE 'pg_dump|pg_basebackup' <<< "$text"; then echo "$name"; return; fi
                [ "$depth" -gt 0 ] || return 1
                for word in $(grep -oE '/[[:alnum:]_./@-]+' <<< "$text" | sort -u); do
                    [ -f "$word" ] && [ "$(stat -L -c %s "$word")" -lt 65536 ] && grep -qI . "$word" || continue
                    if dumper "$(cat "$word")" x $((depth - 1)) > /dev/null; then echo "$word"; return; fi
                done
                for word in $(started "$text"); do
                    if found=$(dumper "$(property "$word" ExecStart)" - $((depth - 1))); then echo "$found"; return; fi
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
            # What starts a unit again whenever it ends.
            again() {
                case $(property "$1" Restart) in always | on-success) echo "every:$(property "$1" RestartUSec)" ;; esac
            }
            job() { printf '%s\\t%s\\t%s\\t%s\\t%s\\t%s\\n' "$@"; }

            date +'now %Y-%m-%dT%H:%M:%S'
            triggered=' '
            for timer in $(own timer active); do
                unit=$(property "$timer" Unit)
                script=$(dumper "$(property "$unit" ExecStart)" - 2) || continue
                triggered+="$unit " over=
                # It has nothing left to count from, as after a boot in which what it starts has not run yet. While that
                # runs for the first time, it is about to have.
                [ "$(property "$timer" SubState)" != elapsed ] || case $(property "$unit" ActiveState) in inactive | failed) over=yes ;; esac
                schedule=$(systemctl show --no-pager -p TimersCalendar -p TimersMonotonic -- "$timer" |
                    sed -nE 's/.*\\{ (On[A-Za-z]*)=(.*) ; next_elapse=.*/\\1 \\2/p' | while read -r what when; do
                        case $what in
                            OnCalendar) systemd-analyze calendar --iterations=200 "$when" | grep -E 'Next elapse|Iter' |
                                grep -oE '[0-9]{4}-[0-9-]+ [0-9:]{8}' | sed 's/ /T/; s/^/at:/' ;;
                            OnUnit*) [ -n "$over" ] || echo "every:$when" ;;
                        esac
                    done | paste -sd '|')
                job timer "$unit" '' - "$script" "$schedule|$(again "$unit")"
            done
            for unit in $(own service active,activating); do
                case $triggered in *" $unit "*) continue ;; esac
                script=$(dumper "$(property "$unit" ExecStart)" - 2) || continue
                pid=$(property "$unit" MainPID) group=$(property "$unit" ControlGroup) restart=$(again "$unit") schedule=
                for _ in $(seq 200); do
                    schedule=$(sleeps "/sys/fs/cgroup$group/cgroup.procs" '') && break
                    # An hour or more is not waited for, however long it packs; if it waits for less by itself, that
                    # shows when it is tried.
                    [[ ! $restart =~ [0-9](h|d|w|month|y) ]] || break
                    [ "$(property "$unit" MainPID)" = "$pid" ] || break
                    [ "$pid" != 0 ] || pid=none
                    sleep 0.5
                done
                job service "$unit" '' "$group" "$script" "${schedule:-$restart}"
            done
            systemctl is-active --quiet cron || exit 0
            # Of a crontab: when, user, what is assigned above that line, command. Only the system's own name a user.
            lines() {
                local line when command user assignment="^[[:space:]]*[\\"']?([A-Za-z_][A-Za-z0-9_]*)[\\"']?[[:space:]]*=[[:space:]]*(.*)\\$"
                assigned=
                while read -r line || [ -n "$line" ]; do
                    case $line in '' | '#'*) continue ;; esac
                    if [[ $line =~ $assignment ]]; then
                        line=${BASH_REMATCH[2]}
                        case $line in '"'*'"' | "'"*"'") line=${line:1:-1} ;; esac
                        assigned+=${assigned:+$'\\036'}${BASH_REMATCH[1]}=$line
                        continue
                    fi
                    case $line in
                        @*) read -r when command <<< "$line" ;;
                        *) read -r a b c d e command <<< "$line"; when="$a $b $c $d $e" ;;
                    esac
                    user=$2
                    [ -n "$user" ] || read -r user command <<< "$command"
                    printf '%s\\037%s\\037%s\\037%s\\n' "$when" "$user" "$assigned" "${command//$'\\t'/ }"
                done < "$1"
            }
            crontabs() {
                for file in /var/spool/cron/crontabs/*; do [ ! -f "$file" ] || lines "$file" "${file##*/}"; done
                # The last one's assignments are those of what it has in folders.
                for file in /etc/cron.d/* /etc/crontab; do
                    case ${file##*/} in *.*) ;; *) [ ! -f "$file" ] || lines "$file" '' ;; esac
                done
                for often in hourly:'17 * * * *' daily:'25 6 * * *' weekly:'47 6 * * 7' monthly:'52 6 1 * *'; do
                    for file in $(run-parts --test "/etc/cron.${often%%:*}" 2>/dev/null); do
                        printf '%s\\037root\\037%s\\037%s\\n' "${often#*:}" "$assigned" "$file"
                    done
                done
            }
            # The files that a command's bare words are, where there are such.
            named() {
                local path=/usr/bin:/bin word words
                words=$(grep -oE '(^|[[:space:];&|(])[[:alnum:]_][[:alnum:]_.@-]*' <<< "$1" | tr -s '[:space:];&|(' '\\n' | sort -u)
                while read -r word; do case $word in PATH=*) path=${word#*=} ;; esac; done <<< "${2//$'\\036'/$'\\n'}"
                ( PATH=$path; for word in $words; do type -P -- "$word"; done )
            }
            crontabs | while IFS=$'\\037' read -r when user assigned command; do
                script=$(dumper "$command $(named "$command" "$assigned")" - 2) || continue
                schedule="cron:$when" word=$script procs=/sys/fs/cgroup/system.slice/cron.service/cgroup.procs soon=$SECONDS
                # Every minute, and nothing runs: it may be what waits by itself, and that cron has yet to bring back.
                [ "$when" != '* * * * *' ] || soon=$((SECONDS + 65))
                [ "$script" != - ] || word=$(grep -oE 'pg_(dump|basebackup)' <<< "$command pg_dump" | head -1)
                for _ in $(seq 200); do
                    if found=$(sleeps "$procs" "$word"); then schedule=$found; break; fi
                    grep -qxFf <(pgrep -f -- "$word") "$procs" || [ "$SECONDS" -lt "$soon" ] || break
                    sleep 0.5
                done
                for unit in $(started "$command"); do schedule+="|$(again "$unit")"; done
                job cron "$user" "$assigned" "$command" "$script" "$schedule"
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
            } else if (fields.length == 6) {
                jobs.add(new BackupJob(machine, fields[0], fields[1], fields[2], fields[3], fields[4],
                        Schedule.parse(fields[5], now)));
            }
        }
        return jobs;
    }
}
