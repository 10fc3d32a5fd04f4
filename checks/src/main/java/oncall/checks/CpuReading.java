package oncall.checks;

import java.time.Duration;
import oncall.remote.Remote;

/**
 * What a machine's services other than the shop's did with its processor, over some seconds. Left out are people who
 * are logged in, and whatever steps back where the shop wants the processor.
 *
 * @param others per cent of one processor
 */
record CpuReading(int others) {

    private static final int SECONDS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /*
     * "span" and "others" in microseconds; then, for what was seen waiting for the processor or having it: how often,
     * nice, policy, limits and control group. The time is counted by slices, as a service's own group is gone, with what
     * it counted, when the service ends.
     */
    private static final String SCRIPT = CpuLimits.FUNCTION + """
            others() {
                local file usage sum=0
                for file in /sys/fs/cgroup/*.slice/cpu.stat; do
                    case $file in */user.slice/*) continue ;; esac
                    read -r _ usage < "$file"
                    sum=$((sum + usage))
                done
                for file in /sys/fs/cgroup/system.slice/{system-shop*api.slice,shop-worker.service,ssh.service}/cpu.stat; do
                    [ -e "$file" ] || continue
                    read -r _ usage < "$file"
                    sum=$((sum - usage))
                done
                echo "$sum"
            }
            now() { cut -d' ' -f1 /proc/uptime | tr -d .; }
            begin=$(now) before=$(others)
            seen=$(for turn in {1..%1$d}; do
                sleep 1
                ps --no-headers -eo stat,ni,cls,cgroup:200 | grep '^R' |
                    grep -vE '0::/$|0::/user[.]slice|shop-(api|worker)|0::/init[.]scope|/ssh[.]service' || true
            done | awk '{ print $2, ($3 == "IDL" ? 5 : 0), substr($4, 4) }' | sort | uniq -c)
            after=$(others) end=$(now)
            echo "span $(( (end - begin) * 10000 ))"
            echo "others $(( after - before ))"
            while read -r count nice policy group; do
                [ -z "$group" ] || echo "seen $count ${nice/-/0} $policy $(limits "$group") $group"
            done <<< "$seen"
            """.formatted(SECONDS);

    static CpuReading take(Remote machine) {
        return parse(machine.sudo(SCRIPT, LIMIT).orThrow().out());
    }

    static CpuReading parse(String text) {
        long span = 1;
        long others = 0;
        long seen = 0;
        long steppingBack = 0;
        for (String line : text.lines().toList()) {
            String[] fields = line.split(" ");
            switch (fields[0]) {
                case "span" -> span = Math.max(1, Long.parseLong(fields[1]));
                case "others" -> others = Long.parseLong(fields[1]);
                case "seen" -> {
                    seen += Long.parseLong(fields[1]);
                    steppingBack += CpuLimits.parse(fields, 2).stepsBack() ? Long.parseLong(fields[1]) : 0;
                }
                default -> throw new IllegalArgumentException("not a line of the reading: " + line);
            }
        }
        long atFullPriority = seen == 0 ? others : others * (seen - steppingBack) / seen;
        return new CpuReading((int) (100 * atFullPriority / span));
    }
}
