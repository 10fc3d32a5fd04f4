package oncall.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folders of finished box builds, one per version. An unfinished one is called *.partial and never counts. */
final class BoxCache {
    static final List<String> PARTS = List.of("box.img", "vmlinuz", "initrd");
    static final String PARTIAL = ".partial";

    private BoxCache() { }

    static boolean isComplete(Path folder) {
        return !folder.getFileName().toString().endsWith(PARTIAL) && PARTS.stream().allMatch(part -> Files.isRegularFile(folder.resolve(part)));
    }

    /** Newest first. */
    static List<Path> complete(Path boxes) {
        return folders(boxes).stream().filter(BoxCache::isComplete).sorted(Comparator.comparing(BoxCache::modified).reversed()).toList();
    }

    /** What an interrupted build left. */
    static List<Path> partial(Path boxes) {
        return folders(boxes).stream().filter(folder -> folder.getFileName().toString().contains(PARTIAL)).toList();
    }

    private static List<Path> folders(Path boxes) {
        if (!Files.isDirectory(boxes)) return List.of();
        try (Stream<Path> list = Files.list(boxes)) {
            return list.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("box.img"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
