package oncall.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import oncall.health.guest.ProbeMain;
import oncall.remote.CommandResult;
import oncall.remote.Remote;
import oncall.remote.RemoteCommandFailed;
import org.slf4j.Logger;
import oshi.nativefree.SystemInfo;

/**
 * Reads a machine's vital signs by a small Java program which runs inside it, with OSHI. The program
 * and the two libraries it needs are shipped from where this program has them.
 */
public final class GuestProbe {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    /** The first run also writes the archive of classes: a minute and more when five emulated VMs do so at once. */
    private static final Duration FIRST_RUN_LIMIT = Duration.ofMinutes(5);
    private static final String SHARED_ARCHIVE = "probe.jsa";

    /** Starts a JVM quickly, and quicker from the second time on. Unknown options: a JVM before 19 has no such archive. */
    private static final String JAVA = "java -XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC "
            + "-Xmx64m -Xshare:auto -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=%1$s/" + SHARED_ARCHIVE
            + " -Dstdout.encoding=UTF-8 -cp %1$s/probe.jar:%1$s/oshi.jar:%1$s/slf4j.jar "
            + ProbeMain.class.getName();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String folder;

    public GuestProbe() {
        this("/usr/local/lib/oncall-probe");
    }

    /** @param folder where the program is put in the machine */
    GuestProbe(String folder) {
        this.folder = folder;
    }

    /**
     * Puts the program into the machine and runs it once, so that later readings are quick. Does
     * nothing where this very version is there already.
     *
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     * @throws RemoteCommandFailed when the machine refuses the files, for instance for lack of space
     */
    public void install(Remote remote) {
        Map<String, byte[]> jars = jars();
        String version = version(jars);
        if (installed(remote, version)) {
            return;
        }
        remote.sudo("rm -rf " + folder + " && install -d -m 755 " + folder).orThrow();
        jars.forEach((name, jar) -> remote.upload(jar, folder + "/" + name, "0644"));
        run(remote, FIRST_RUN_LIMIT).orThrow();
        // Last: a probe which was shipped in part does not count as installed.
        remote.upload(version.getBytes(StandardCharsets.US_ASCII), folder + "/version", "0644");
    }

    /**
     * Takes a reading, over half a second; installs the program first if need be.
     *
     * @throws oncall.remote.RemoteUnreachable when the machine cannot be asked
     * @throws RemoteCommandFailed when the program cannot run there
     */
    public GuestReading read(Remote remote) {
        CommandResult result = run(remote, LIMIT);
        if (!result.ok()) {
            install(remote);
            result = run(remote, LIMIT).orThrow();
        }
        return parse(result);
    }

    /** The JVM may print warnings before the reading. */
    static GuestReading parse(CommandResult result) {
        String line = result.out().lines().filter(text -> text.startsWith("{")).reduce((first, last) -> last)
                .orElseThrow(() -> new RemoteCommandFailed(result));
        try {
            return JSON.readValue(line, GuestReading.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(result.machine() + ": the probe printed no reading: " + line, malformed);
        }
    }

    private CommandResult run(Remote remote, Duration limit) {
        return remote.sudo(JAVA.formatted(folder), limit);
    }

    private boolean installed(Remote remote, String version) {
        return remote.run("cat " + folder + "/version").out().strip().equals(version);
    }

    private static Map<String, byte[]> jars() {
        return new TreeMap<>(Map.of(
                "probe.jar", CodeBundle.of(ProbeMain.class),
                "oshi.jar", CodeBundle.of(SystemInfo.class),
                "slf4j.jar", CodeBundle.of(Logger.class)));
    }

    private static String version(Map<String, byte[]> jars) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            jars.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
