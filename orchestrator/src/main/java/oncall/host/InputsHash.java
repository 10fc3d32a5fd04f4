package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A hash over files and words: the same only where every file has the same place, mode and content. */
public final class InputsHash {
    // What builds and editors leave beside the sources goes into nothing.
    private static final Set<String> NOT_SOURCES = Set.of("target", "node_modules", ".git", ".vagrant", ".idea");
    private static final int BYTES = 8;

    private final MessageDigest digest;

    public InputsHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public InputsHash word(String word) {
        update(word.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file, or a folder with all below it; one that is not there counts as empty. */
    public InputsHash files(Path root) {
        for (Path file : sorted(root)) {
            word(root.relativize(file).toString() + (Files.isExecutable(file) ? " x" : ""));
            try {
                update(Files.readAllBytes(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /** 16 hexadecimal digits. Ends this hash. */
    public String hex() { return HexFormat.of().formatHex(digest.digest(), 0, BYTES); }

    private void update(byte[] bytes) {
        // The length in front keeps "ab" + "c" apart from "a" + "bc".
        digest.update(Integer.toString(bytes.length).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) ':');
        digest.update(bytes);
    }

    private static List<Path> sorted(Path root) {
        if (!Files.exists(root)) return List.of();
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).filter(file -> isSource(root.relativize(file)))
                .sorted(java.util.Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path relative) {
        for (Path part : relative) {
            String name = part.toString();
            if (NOT_SOURCES.contains(name) || name.endsWith("~") || name.endsWith(".swp")) return false;
        }
        return true;
    }
}
