package oncall.grade;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import oncall.level.Level;
import oncall.level.Problem;

/** Compiles the checks that a level brings along, against this program; the classes stay in memory. */
final class CheckCompiler {

    private static final List<String> OPTIONS = List.of("-proc:none", "-parameters", "--release", "17", "-encoding", "UTF-8");

    private CheckCompiler() {}

    /**
     * The classes' code by their names.
     *
     * @throws UnusableChecks with every error, at its file and line
     */
    static Map<String, byte[]> compile(Level level) {
        List<Path> sources = sources(level.ownChecks());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (sources.isEmpty() || compiler == null) {
            throw new UnusableChecks(level.id(), List.of(new Problem(level.ownChecks(), sources.isEmpty() ? "holds no Java source"
                    : "cannot be compiled: this Java has no compiler. Run the lab with a JDK 17 or newer, such as Debian's "
                    + "openjdk-17-jdk-headless")));
        }
        DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
        List<String> options = new ArrayList<>(OPTIONS);
        options.addAll(List.of("-classpath", classPath()));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(said, Locale.ROOT, StandardCharsets.UTF_8);
                InMemory memory = new InMemory(files)) {
            boolean done = compiler.getTask(null, memory, said, options, null, files.getJavaFileObjectsFromPaths(sources)).call();
            if (!done) {
                throw new UnusableChecks(level.id(), said.getDiagnostics().stream()
                        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR).map(one -> problem(one, level)).toList());
            }
            return memory.classes();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot compile " + level.ownChecks(), failure);
        }
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".java")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot list " + folder, failure);
        }
    }

    private static Problem problem(Diagnostic<? extends JavaFileObject> said, Level level) {
        String what = said.getMessage(Locale.ROOT).lines().map(String::strip).collect(Collectors.joining("; "));
        return said.getSource() == null ? new Problem(level.ownChecks(), what)
                : new Problem(Path.of(said.getSource().toUri()), (int) Math.max(0, said.getLineNumber()), "(java)", what);
    }

    /** Under Maven the property names only Maven's launcher, and the loader knows the rest. */
    private static String classPath() {
        Set<String> entries = new LinkedHashSet<>();
        for (ClassLoader loader = CheckCompiler.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    file(url).ifPresent(entries::add);
                }
            }
        }
        entries.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        return String.join(File.pathSeparator, entries);
    }

    private static Optional<String> file(URL url) {
        try {
            return url.getProtocol().equals("file") ? Optional.of(Path.of(url.toURI()).toString()) : Optional.empty();
        } catch (URISyntaxException odd) {
            return Optional.empty();
        }
    }

    /** Takes what the compiler writes. */
    private static final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new TreeMap<>();

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            written.put(name, bytes);
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            return written.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().toByteArray()));
        }
    }
}
