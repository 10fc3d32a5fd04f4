package oncall.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import oncall.process.FakeTools;

/**
 * A clone, a home and a host whose tools are scripts, on which the real program runs in a JVM of its own. Only for what
 * the orchestrator does when things go wrong; that it drives real VMs is shown on real VMs.
 */
final class FakeHost {
    private static final List<String> MACHINES = List.of("proxy", "app");

    final Path folder;
    final FakeTools tools;
    final List<Integer> ports = new ArrayList<>();

    FakeHost(Path folder) {
        this.folder = folder;
        this.tools = new FakeTools(folder);
        write("project/pom.xml", "<project/>");
        write("project/vagrant-levels/stage/Vagrantfile", "# none");
        write("project/vagrant-levels/stage/machines.yaml", machines());
        script("project/provisioning/host/install.sh", "[ \"$1\" = --print ] && echo 'apt-get install -y vagrant'; exit 0");
        script("project/provisioning/host/pool.sh", "exit 0");
        script("project/provisioning/box/build.sh", "mkdir -p \"$2\"; for part in box.img vmlinuz initrd; do echo $part > \"$2/$part\"; done");
        tools.tool("apt-get", "exit 0").tool("mvn", "echo 'Apache Maven 3.8.7'").tool("mmdebstrap", "echo 'mmdebstrap 1.3.5'")
            .tool("qemu-img", "case $1 in --version) echo 'qemu-img version 10.0.2';; info) echo '{\"virtual-size\": 8589934592}';; create) echo > \"$5\";; esac; exit 0")
            .tool("qemu-system-x86_64", "echo 'QEMU emulator version 10.0.2'").tool("ssh", "echo OpenSSH_9 >&2").tool("sudo", "shift; exec \"$@\"")
            .tool("ssh-keygen", "while [ $# -gt 1 ]; do shift; done; echo private > \"$1\"; echo public > \"$1.pub\"");
        virsh("");
        vagrant("exit 0");
    }

    /** @param machines what {@code virsh list --all} prints */
    FakeHost virsh(String machines) {
        tools.tool("virsh", "case \"$*\" in --version) echo 9.0.0;; *version*) echo 'Using library: libvirt 9.0.0';; *'list --all --name'*) ;; "
            + "*'list --all'*) echo '" + machines + "';; esac; exit 0");
        return this;
    }

    FakeHost vagrant(String up) {
        tools.tool("vagrant", "case $1 in --version) echo 'Vagrant 2.3.4';; plugin) echo 'vagrant-libvirt (0.11.2, system)';; up) " + up + ";; esac; exit 0");
        return this;
    }

    Path state() { return folder.resolve("state/oncall-lab"); }

    Path journal() { return state().resolve("journal.jsonl"); }

    FakeHost journal(String... states) {
        StringBuilder lines = new StringBuilder();
        for (String state : states) lines.append("{\"at\":\"2026-01-02T03:04:05Z\",\"pid\":4711,").append(state).append("}\n");
        return write("state/oncall-lab/journal.jsonl", lines.toString());
    }

    FakeHost write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A level that is as it should be. */
    FakeHost level(String id) { return level("project/vagrant-levels", id); }

    FakeHost level(String parent, String id) {
        String level = parent + "/" + id + "/";
        write(level + "level.yaml", """
            id: %s
            title: Customers wait
            severity: SEV2
            difficulty: 2
            impact: Sales are lost.
            ticket: |
              It is slow.
            machines: [app]
            reboot: [app]
            seed: { variant: [a, b] }
            reboot_after_fault: []
            coaching: ["What do you see?", "Where?", "Since when?"]
            objectives: [Find it]
            lessons: [Look first]
            """.formatted(id));
        write(level + "Vagrantfile", "load File.expand_path(\"../stage/Vagrantfile\", __dir__)\n");
        for (String script : List.of("fault/10-break.app.sh", "solutions/right/one.app.sh", "solutions/right/two.app.sh",
            "solutions/wrong/restart.app.sh", "solutions/wrong/wait.app.sh", "solutions/wrong/hide.app.sh")) {
            write(level + script, "#!/usr/bin/env bash\ntrue\n");
        }
        return this;
    }

    Process start(String... arguments) { return start(folder, arguments); }

    /** @param output folder for what it prints */
    Process start(Path output, String... arguments) {
        // Whoever starts the tests in the background of a script makes them, and so the program, deaf to Ctrl-C.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", Path.of(System.getProperty("java.home"), "bin/java").toString(), "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("java.class.path"), "oncall.cli.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.resolve("project").toFile())
            .redirectOutput(output.resolve("out").toFile()).redirectError(output.resolve("err").toFile());
        Map<String, String> environment = new HashMap<>(tools.environment());
        environment.put("HOME", folder.toString());
        environment.put("VAGRANT_HOME", folder.resolve("vagrant.d").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended run(String... arguments) { return end(start(arguments)); }

    Ended end(Process process) { return end(process, folder); }

    Ended end(Process process, Path output) {
        try {
            if (!process.waitFor(Duration.ofMinutes(2).toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end: " + process.info() + "\n" + Files.readString(output.resolve("err")));
            }
            return new Ended(process.exitValue(), Files.readString(output.resolve("out")), Files.readString(output.resolve("err")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Ended(int exit, String out, String err) { }

    private String machines() {
        StringBuilder yaml = new StringBuilder("network: { name: oncall-lab-lan, prefix: 10.77.0 }\nmachines:\n");
        for (int i = 0; i < MACHINES.size(); i++) {
            int ssh = freePort();
            String forwards = i == 0 ? "{ host: " + freePort() + ", guest: 80 }, { host: " + freePort() + ", guest: 9090 }, { host: " + freePort() + ", guest: 9093 }" : "";
            yaml.append("""
                  - name: %s
                    address: 10.77.0.1%d
                    mac: "52:54:00:77:00:1%d"
                    cpus: 1
                    memory: 256
                    ssh_port: %d
                    forwards: [ %s ]
                    disks: []
                """.formatted(MACHINES.get(i), i, i, ssh, forwards));
        }
        return yaml.toString();
    }

    // The kernel may give a port again that was just let go, and the manifest would have it twice.
    private int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            if (ports.contains(socket.getLocalPort())) return freePort();
            ports.add(socket.getLocalPort());
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void script(String file, String text) {
        write(file, "#!/bin/bash\n" + text + "\n");
        try {
            Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
