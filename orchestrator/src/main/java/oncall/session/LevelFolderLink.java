package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import oncall.host.LabFolders;
import oncall.level.Level;

/** Makes plain Vagrant commands work in the folder of the level in play: its {@code .vagrant} leads to the stage's. */
final class LevelFolderLink {
    private static final String NAME = ".vagrant";

    private LevelFolderLink() { }

    /** Where the link of a level from outside the clone is noted: its folder is found in no other way. */
    private static Path note(LabFolders folders) { return folders.state().resolve("level-folder-link"); }

    static void set(LabFolders folders, Level level) {
        remove(folders);
        Path link = level.folder().resolve(NAME);
        try {
            // One of the player's own (VirtualBox) machines may have its own there; it is left alone.
            if (Files.exists(link)) return;
            Files.writeString(note(folders), link.toAbsolutePath().toString());
            Files.createSymbolicLink(link, folders.dotVagrant());
            // Vagrant remembers from where a machine was made, and warns when it is used from elsewhere.
            for (Path file : remembered(folders.dotVagrant())) Files.writeString(file, level.folder().toRealPath().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + link, e);
        }
    }

    static void remove(LabFolders folders) {
        try (Stream<Path> levels = Files.list(folders.levels())) {
            for (Path level : levels.toList()) {
                Path link = level.resolve(NAME);
                if (Files.isSymbolicLink(link)) Files.delete(link);
            }
            if (Files.exists(note(folders))) {
                Path link = Path.of(Files.readString(note(folders)));
                if (Files.isSymbolicLink(link)) Files.delete(link);
                Files.delete(note(folders));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> remembered(Path dotVagrant) throws IOException {
        Path machines = dotVagrant.resolve("machines");
        if (!Files.isDirectory(machines)) return List.of();
        try (Stream<Path> walk = Files.walk(machines, 3)) {
            return walk.filter(file -> file.getFileName().toString().equals("vagrant_cwd")).toList();
        }
    }
}
