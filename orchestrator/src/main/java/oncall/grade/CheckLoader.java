package oncall.grade;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import oncall.level.Level;
import oncall.level.Problem;

/**
 * Loads the checks that a level brings along, and beside them copies of the program's own: the classes of a
 * package see each other only when one loader has them all, and so a level from outside the clone can be written
 * with the same helpers, in the same package, as one of the clone.
 */
final class CheckLoader extends ClassLoader {

    private static final String PACKAGE = "oncall.checks.";

    /** Compiled once, by the level's folder: a check that is looked at again must be of the same class. */
    private static final Map<Path, CheckLoader> LOADERS = new ConcurrentHashMap<>();

    private final Map<String, byte[]> classes;

    private CheckLoader(Map<String, byte[]> classes) {
        super(CheckLoader.class.getClassLoader());
        this.classes = classes;
    }

    /**
     * The loader that knows the level's checks.
     *
     * @throws UnusableChecks when they do not compile, or pass for the program's own
     */
    static ClassLoader of(Level level) {
        if (!Files.isDirectory(level.ownChecks())) {
            return CheckLoader.class.getClassLoader();
        }
        return LOADERS.computeIfAbsent(level.folder().toAbsolutePath().normalize(), folder -> compiled(level));
    }

    private static CheckLoader compiled(Level level) {
        Map<String, byte[]> classes = CheckCompiler.compile(level);
        List<Problem> problems = classes.keySet().stream().sorted().flatMap(name -> {
            Path source = level.ownChecks().resolve(name.replaceFirst("\\$.*", "").replaceFirst(".*\\.", "") + ".java");
            if (!name.startsWith(PACKAGE)) {
                return Stream.of(new Problem(source, name + " must be in the package oncall.checks"));
            }
            return CheckLoader.class.getClassLoader().getResource(file(name)) == null ? Stream.of()
                    : Stream.of(new Problem(source, "the lab itself has a class of the name " + name));
        }).toList();
        if (!problems.isEmpty()) {
            throw new UnusableChecks(level.id(), problems);
        }
        return new CheckLoader(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] code = classes.containsKey(name) ? classes.get(name) : copy(name);
        return defineClass(name, code, 0, code.length);
    }

    private byte[] copy(String name) throws ClassNotFoundException {
        try (InputStream in = getParent().getResourceAsStream(file(name))) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot load " + name, failure);
        }
    }

    private static String file(String name) {
        return name.replace('.', '/') + ".class";
    }
}
