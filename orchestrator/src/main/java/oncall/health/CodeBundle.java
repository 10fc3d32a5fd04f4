package oncall.health;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The code of a class as a jar, wherever this program got it from: under Maven the class path names
 * only Maven's launcher, and the project's own classes lie in a folder.
 */
final class CodeBundle {

    private CodeBundle() {}

    /** The jar which the class came from; of a folder, a jar of the class's package alone. */
    static byte[] of(Class<?> type) {
        try {
            Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            return Files.isDirectory(source) ? jar(source, type.getPackageName()) : Files.readAllBytes(source);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot bundle the code of " + type, failure);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] jar(Path root, String packageName) throws IOException {
        Path folder = root.resolve(packageName.replace('.', '/'));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes); Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ZipEntry entry = new ZipEntry(root.relativize(file).toString().replace('\\', '/'));
                // The same classes must give the same bytes, or the probe would be shipped again and again.
                entry.setTime(0);
                jar.putNextEntry(entry);
                jar.write(Files.readAllBytes(file));
            }
        }
        return bytes.toByteArray();
    }
}
