package oncall.health.guest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import oshi.hardware.CentralProcessor;
import oshi.hardware.GlobalMemory;
import oshi.hardware.VirtualMemory;
import oshi.nativefree.SystemInfo;
import oshi.software.os.OSFileStore;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/**
 * Prints one machine's vital signs as one line of JSON, with the fields of the host's GuestReading. Uses
 * the part of OSHI which needs no native library: less to ship, and less to load on an emulated CPU.
 */
public final class ProbeMain {

    private static final long MEASURED_MILLIS = 500;
    private static final int TOP = 8;
    private static final int COMMAND_LENGTH = 200;

    private ProbeMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        SystemInfo system = new SystemInfo();
        OperatingSystem os = system.getOperatingSystem();
        CentralProcessor cpu = system.getHardware().getProcessor();

        Map<Integer, OSProcess> before = processes(os).stream()
                .collect(Collectors.toMap(OSProcess::getProcessID, Function.identity(), (one, other) -> one));
        long[] ticks = cpu.getSystemCpuLoadTicks();
        Thread.sleep(MEASURED_MILLIS);
        double usage = cpu.getSystemCpuLoadBetweenTicks(ticks);
        List<OSProcess> now = processes(os);

        GlobalMemory memory = system.getHardware().getMemory();
        VirtualMemory swap = memory.getVirtualMemory();
        ToDoubleFunction<OSProcess> load = process -> process.getProcessCpuLoadBetweenTicks(
                before.get(process.getProcessID()));

        Map<String, Object> reading = new LinkedHashMap<>();
        reading.put("uptimeSeconds", os.getSystemUptime());
        reading.put("load", DoubleStream.of(cpu.getSystemLoadAverage(3)).boxed().toList());
        reading.put("cpuUsage", usage);
        reading.put("memory", space(memory.getTotal(), memory.getAvailable()));
        reading.put("swap", space(swap.getSwapTotal(), swap.getSwapTotal() - swap.getSwapUsed()));
        reading.put("fileSystems", os.getFileSystem().getFileStores(true).stream().map(ProbeMain::fileSystem).toList());
        reading.put("byCpu", top(now, load, load));
        reading.put("byMemory", top(now, OSProcess::getResidentMemory, load));
        System.out.println(Json.write(reading));
    }

    /** Every process but this one, which would head its own list. */
    private static List<OSProcess> processes(OperatingSystem os) {
        return os.getProcesses(process -> process.getProcessID() != os.getProcessId(), null, 0);
    }

    private static List<Map<String, Object>> top(
            List<OSProcess> processes, ToDoubleFunction<OSProcess> by, ToDoubleFunction<OSProcess> load) {
        return processes.stream().sorted(Comparator.comparingDouble(by).reversed()).limit(TOP)
                .map(process -> process(process, load.applyAsDouble(process))).toList();
    }

    private static Map<String, Object> process(OSProcess process, double load) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", process.getProcessID());
        fields.put("user", process.getUser());
        fields.put("name", process.getName());
        fields.put("cpu", load);
        fields.put("residentBytes", process.getResidentMemory());
        String command = process.getCommandLine().replace('\0', ' ').strip();
        fields.put("command", command.length() <= COMMAND_LENGTH ? command : command.substring(0, COMMAND_LENGTH));
        return fields;
    }

    private static Map<String, Object> fileSystem(OSFileStore store) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("mount", store.getMount());
        fields.put("type", store.getType());
        fields.put("total", store.getTotalSpace());
        fields.put("usable", store.getUsableSpace());
        return fields;
    }

    private static Map<String, Object> space(long total, long available) {
        return Map.of("total", total, "available", available);
    }
}
