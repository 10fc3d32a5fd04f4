package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import oshi.SystemInfo;
import oshi.software.os.InternetProtocolStats.IPConnection;
import oshi.software.os.InternetProtocolStats.TcpState;
import oshi.software.os.OSProcess;
import oshi.software.os.OperatingSystem;

/** What OSHI reads of the host. Sizes are in bytes. */
public class HostFacts {
    private final SystemInfo system = new SystemInfo();

    public String operatingSystem() {
        OperatingSystem os = system.getOperatingSystem();
        return os.getFamily() + " " + os.getVersionInfo();
    }

    public String kernel() { return System.getProperty("os.name") + " " + System.getProperty("os.version"); }

    public String architecture() { return System.getProperty("os.arch"); }

    public int cpus() { return system.getHardware().getProcessor().getLogicalProcessorCount(); }

    public long memoryTotal() { return system.getHardware().getMemory().getTotal(); }

    public long memoryAvailable() { return system.getHardware().getMemory().getAvailable(); }

    /** Free for this user on the file system that holds {@code folder}, or would once it exists. */
    public long diskFree(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) existing = existing.getParent();
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who listens on a TCP port of this host, as far as this user may see it: "nginx (pid 4711)". */
    public Optional<String> listener(int port) {
        OperatingSystem os = system.getOperatingSystem();
        return os.getInternetProtocolStats().getConnections().stream()
            .filter(connection -> connection.getLocalPort() == port && connection.getState() == TcpState.LISTEN)
            .map(IPConnection::getowningProcessId).filter(pid -> pid > 0).findFirst()
            .map(pid -> Optional.ofNullable(os.getProcess(pid)).map(OSProcess::getName).orElse("a process") + " (pid " + pid + ")");
    }

    /** Resident memory of the processes whose command line holds {@code mark}, in bytes. */
    public long residentOf(String mark) {
        return system.getOperatingSystem().getProcesses(process -> process.getName().startsWith("qemu-system")
            && process.getCommandLine().contains(mark), null, 0).stream().mapToLong(OSProcess::getResidentMemory).sum();
    }
}
