package oncall.host;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import oncall.process.Program;
import oncall.process.Programs;

/** What Vagrant knows as the box: a stand-in of some kilobytes, since the image itself is in the storage pool already. */
final class VagrantBox {
    private static final long GIB = 1L << 30;

    private final Programs programs;
    private final Path boxes;
    private final ObjectMapper json = new ObjectMapper();

    VagrantBox(Programs programs, Map<String, String> environment) {
        this.programs = programs;
        String home = environment.get("VAGRANT_HOME");
        this.boxes = (home != null ? Path.of(home) : Path.of(System.getProperty("user.home"), ".vagrant.d"))
            .resolve("boxes").resolve(Box.NAME);
    }

    boolean isAdded(Box box) { return Files.isRegularFile(boxes.resolve(box.version()).resolve("libvirt/metadata.json")); }

    /** @param image the built image, for its virtual size */
    void add(Box box, Path image) {
        try {
            Path work = Files.createTempDirectory("oncall-lab-box");
            try {
                Path archive = archive(work, virtualSizeGib(image));
                Path catalogue = work.resolve("oncall-lab.json");
                json.writeValue(catalogue.toFile(), Map.of("name", Box.NAME, "versions", List.of(Map.of("version", box.version(),
                    "providers", List.of(Map.of("name", "libvirt", "url", archive.toUri().toString()))))));
                programs.run(Program.of("vagrant", "box", "add", "--force", "--provider", "libvirt", catalogue.toString())
                    .in(work).within(Duration.ofMinutes(3))).orThrow();
            } finally {
                programs.run(Program.of("rm", "-rf", "--", work.toString()).evenWhenCancelled());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes Vagrant forget other versions, or all of them when {@code keep} is null. */
    void removeOthers(Box keep) {
        if (!Files.isDirectory(boxes)) return;
        try (Stream<Path> versions = Files.list(boxes)) {
            versions.filter(Files::isDirectory).filter(version -> keep == null || !version.getFileName().toString().equals(keep.version()))
                .forEach(version -> programs.run(Program.of("rm", "-rf", "--", version.toString())).orThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive(Path work, long gib) throws IOException {
        Path content = Files.createDirectory(work.resolve("content"));
        programs.run(Program.of("qemu-img", "create", "-q", "-f", "qcow2", content.resolve("box.img").toString(), gib + "G")).orThrow();
        json.writeValue(content.resolve("metadata.json").toFile(), Map.of("provider", "libvirt", "format", "qcow2", "virtual_size", gib));
        Files.writeString(content.resolve("Vagrantfile"), "Vagrant.configure(\"2\") { |config| }\n");
        Path archive = work.resolve("oncall-lab.box");
        programs.run(Program.of("tar", "-C", content.toString(), "-czf", archive.toString(), "metadata.json", "Vagrantfile", "box.img")).orThrow();
        return archive;
    }

    private long virtualSizeGib(Path image) throws IOException {
        String info = programs.run(Program.of("qemu-img", "info", "--output=json", image.toString())).orThrow().out();
        return (json.readTree(info).path("virtual-size").asLong() + GIB - 1) / GIB;
    }
}
