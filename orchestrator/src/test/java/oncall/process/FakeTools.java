package oncall.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shell scripts in place of the host's tools. Each call is noted, in order. */
public final class FakeTools {
    private final Path bin;
    private final Path calls;

    public FakeTools(Path folder) {
        this.bin = folder.resolve("bin");
        this.calls = folder.resolve("calls");
        try {
            Files.createDirectories(bin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param script what the tool does, after it has noted its call; {@code $*} are its arguments */
    public FakeTools tool(String name, String script) {
        try {
            Path file = bin.resolve(name);
            // One write per call: calls of tools that run side by side must not mix.
            Files.writeString(file, "#!/bin/bash\nprintf '%s\\n' \"" + name + " $*\" >> " + calls + "\n" + script + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path bin() { return bin; }

    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PATH", bin + ":/usr/bin:/bin");
        return environment;
    }

    public Programs programs(Path children) { return new Programs(new Children(children), environment()); }

    public List<String> calls() {
        try {
            return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
