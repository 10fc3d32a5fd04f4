package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import oncall.host.LabFolders;
import oncall.process.Cancelled;

/** Held while a command changes the lab: there is one at a time. The system drops it when its holder dies. */
final class LabLock implements AutoCloseable {
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_MILLIS = 50;

    private final FileChannel channel;
    private final FileLock lock;

    private LabLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Path file(LabFolders folders) { return folders.state().resolve("lab.lock"); }

    /**
     * @param command what holds it, for those who find it taken
     * @throws LabBusy when another command holds it
     */
    public static LabLock take(Path file, String command) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = insist(channel);
            if (lock == null) {
                String holder = holder(channel);
                channel.close();
                throw new LabBusy(holder);
            }
            channel.truncate(0);
            String since = DateTimeFormatter.ISO_LOCAL_TIME.format(Instant.now().atZone(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
            channel.write(ByteBuffer.wrap("pid %d, %s, since %s".formatted(ProcessHandle.current().pid(), command, since)
                .getBytes(StandardCharsets.UTF_8)), 0);
            return new LabLock(channel, lock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot lock " + file, e);
        }
    }

    /** What holds the lock now, if anything does. Takes nothing. */
    static Optional<String> holder(Path file) {
        if (!Files.exists(file)) return Optional.empty();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = tryLock(channel);
            if (lock == null) return Optional.of(holder(channel));
            lock.release();
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look at " + file, e);
        }
    }

    // A status command holds the lock for an instant, to see whether it is free.
    private static FileLock insist(FileChannel channel) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            FileLock lock = tryLock(channel);
            if (lock != null) return lock;
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled(e);
            }
        }
        return tryLock(channel);
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(500);
        channel.read(text, 0);
        return new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
    }

    @Override public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
