package oncall.level;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of a level beyond its {@linkplain LevelDraft#problems() problems}, which keep it from being played. */
public final class LevelLint {

    private LevelLint() {}

    /** Problems of a level's manifest and scripts that show only when they are held against each other, and what is still to do. */
    public static List<Problem> problems(LevelDraft draft) {
        Problems problems = new Problems();
        Path file = draft.folder().resolve("level.yaml");
        ManifestLines manifest = new ManifestLines(file, TextFile.lines(file), problems);
        draft.level().ifPresent(level -> new ScriptLint(level, manifest, problems).run());
        for (Path each : files(draft.folder())) {
            ToDos.find(each, TextFile.lines(each), line -> each.equals(file) ? manifest.fieldAt(line) : "", problems);
        }
        return problems.all();
    }

    /** What a file says that is still to be done. */
    public static List<Problem> toDos(Path file) {
        Problems problems = new Problems();
        ToDos.find(file, TextFile.lines(file), line -> "", problems);
        return problems.all();
    }

    /** A file's lines, for the place of what is wrong in it; none where it cannot be read. */
    public static List<String> lines(Path file) {
        return TextFile.lines(file);
    }

    private static List<Path> files(Path folder) {
        List<Path> files = new ArrayList<>();
        for (Path entry : LevelFolders.entries(folder)) {
            if (Files.isDirectory(entry)) {
                files.addAll(files(entry));
            } else {
                files.add(entry);
            }
        }
        return files;
    }
}
