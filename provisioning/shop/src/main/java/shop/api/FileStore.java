package shop.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The bytes of customers' files. They arrive in a temporary directory and are moved to the final one
 * only when complete, so that a broken upload never looks like a file.
 */
final class FileStore {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path directory;
    private final Path temporaryDirectory;
    private final long limitBytes;

    FileStore(Path directory, Path temporaryDirectory, long limitBytes) {
        this.directory = directory;
        this.temporaryDirectory = temporaryDirectory;
        this.limitBytes = limitBytes;
    }

    /** A complete file that still is in the temporary directory. */
    record Received(Path file, long size, String sha256) {}

    long limitBytes() {
        return limitBytes;
    }

    /**
     * @throws TooLarge if more than the limit arrives
     * @throws IOException if it cannot be read or stored; nothing is left behind then
     */
    Received receive(InputStream body) throws IOException {
        Path file = Files.createTempFile(temporaryDirectory, "upload-", ".part");
        try (OutputStream out = Files.newOutputStream(file)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER_BYTES];
            long size = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                size += count;
                if (size > limitBytes) {
                    throw new TooLarge();
                }
                digest.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
            return new Received(file, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    void keep(Received received, UUID id) throws IOException {
        Files.move(received.file(), file(id), StandardCopyOption.REPLACE_EXISTING);
    }

    void discard(Received received) throws IOException {
        Files.deleteIfExists(received.file());
    }

    InputStream open(UUID id) throws IOException {
        return Files.newInputStream(file(id));
    }

    void remove(UUID id) throws IOException {
        Files.deleteIfExists(file(id));
    }

    private Path file(UUID id) {
        return directory.resolve(id.toString());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static final class TooLarge extends IOException {}
}
