package oncall.checks;

/**
 * How much processor time something gets on a machine when others want it, too.
 *
 * @param nice of its processes
 * @param policy the kernel's number of their scheduling policy
 * @param quota per cent of one processor, the tightest on the way from its control group to the root
 * @param weight the lowest on that way
 * @param idle whether it, or a group around it, runs only when nobody else wants to
 * @param shop the weight of the shop's back ends
 */
record CpuLimits(int nice, int policy, int quota, int weight, boolean idle, int shop) {

    private static final int POLITE = 5;
    private static final int SCHED_IDLE = 5;
    private static final int HALF = 60;

    /** A function of bash: prints what stands in the last four fields for a control group, as {@code /system.slice/x}. */
    static final String FUNCTION = """
            shop_weight=$(cat /sys/fs/cgroup/system.slice/system-shop*api.slice/cpu.weight 2>/dev/null || echo 100)
            limits() {
                local group=$1 quota=1000 weight=10000 idle=0 max period value
                while [ -n "$group" ]; do
                    if read -r max period 2>/dev/null < "/sys/fs/cgroup$group/cpu.max" && [ "$max" != max ]; then
                        value=$((max * 100 / period))
                        [ "$value" -ge "$quota" ] || quota=$value
                    fi
                    value=100
                    read -r value 2>/dev/null < "/sys/fs/cgroup$group/cpu.weight" || true
                    [ "${value:-100}" -ge "$weight" ] || weight=${value:-100}
                    value=0
                    read -r value 2>/dev/null < "/sys/fs/cgroup$group/cpu.idle" || true
                    [ "${value:-0}" = 0 ] || idle=1
                    group=${group%/*}
                done
                echo "$quota $weight $idle $shop_weight"
            }
            """;

    /** Reads two numbers of a process and what {@link #FUNCTION} prints, as six fields from an index on. */
    static CpuLimits parse(String[] fields, int from) {
        return new CpuLimits(Integer.parseInt(fields[from]), Integer.parseInt(fields[from + 1]),
                Integer.parseInt(fields[from + 2]), Integer.parseInt(fields[from + 3]),
                fields[from + 4].equals("1"), Integer.parseInt(fields[from + 5]));
    }

    /** Whether it steps back, by one means or another, where the shop wants the processor. */
    boolean stepsBack() {
        return nice >= POLITE || policy == SCHED_IDLE || quota <= HALF || idle || weight * 2 <= shop;
    }
}
