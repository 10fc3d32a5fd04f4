package oncall.level;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of levels on disk, sound until a test spoils it. */
final class LevelFixture {

    static final String MANIFEST = """
            id: lost-keys
            title: Nobody gets in
            severity: SEV2
            difficulty: 3
            impact: No orders since noon.
            ticket: |
              Customers say that the door is shut.
              Please look.
            machines: [app]
            reboot: [app, proxy]
            seed:
              variant: [worn, bent]
              port: [8081, "8082"]
            coaching: [Look at the door., Look at the lock.]
            objectives: [Name the key.]
            lessons: [Keep a second key.]
            """;

    private static final String STAGE = """
            network: { name: oncall-lab-lan, prefix: 10.77.0 }
            machines:
              - name: proxy
                address: 10.77.0.10
                mac: "52:54:00:77:00:10"
                cpus: 1
                memory: 256
                ssh_port: 2301
                forwards: [ { host: 8080, guest: 80 } ]
                disks: []
              - name: app
                address: 10.77.0.11
                mac: "52:54:00:77:00:11"
                cpus: 2
                memory: 1024
                ssh_port: 2302
                disks: [1]
            """;

    private final Path root;

    LevelFixture(Path root) {
        this.root = root;
        write("stage/machines.yaml", STAGE);
        write("lost-keys/level.yaml", MANIFEST);
        write("lost-keys/Vagrantfile", "load \"x\"\n");
        write("lost-keys/fault/20-second.proxy.sh", "echo second\n");
        write("lost-keys/fault/10-first.app.sh", "echo first\n");
        write("lost-keys/solutions/right/cut-a-new-one.app.sh", "echo app\n");
        write("lost-keys/solutions/right/cut-a-new-one.proxy.sh", "echo proxy\n");
        write("lost-keys/solutions/right/find-it.app.sh", "echo\n");
        write("lost-keys/solutions/wrong/climb-in.app.sh", "echo\n");
        write("lost-keys/solutions/wrong/knock.app.sh", "echo\n");
        write("lost-keys/solutions/wrong/wait.app.sh", "echo\n");
    }

    LevelFixture write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    LevelFixture manifest(String text) {
        return write("lost-keys/level.yaml", text);
    }

    /** With nothing left to be said by {@link LevelLint}. */
    LevelFixture lintFree() {
        manifest(MANIFEST.replace("machines: [app]", "machines: [app, proxy]"));
        for (String script : new String[] {"fault/20-second.proxy.sh", "fault/10-first.app.sh", "solutions/right/cut-a-new-one.app.sh",
            "solutions/right/cut-a-new-one.proxy.sh", "solutions/right/find-it.app.sh", "solutions/wrong/climb-in.app.sh",
            "solutions/wrong/knock.app.sh", "solutions/wrong/wait.app.sh"}) {
            write("lost-keys/" + script, "#!/usr/bin/env bash\nset -euo pipefail\necho \"$SEED_VARIANT $SEED_PORT\"\n");
        }
        return this;
    }

    LevelFixture delete(String path) {
        try {
            Files.delete(root.resolve(path));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    Path root() {
        return root;
    }
}
