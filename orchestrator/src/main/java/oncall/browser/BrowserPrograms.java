package oncall.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a host has Chromium and the driver that belongs to it. Nothing is downloaded. */
record BrowserPrograms(Path browser, Path driver) {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> DRIVERS = List.of("chromedriver", "chromium.chromedriver");

    /** @throws NoBrowser when one of them is missing */
    static BrowserPrograms on(String searchPath) {
        return new BrowserPrograms(
                find(searchPath, BROWSERS).orElseThrow(() -> missing("Chromium", "chromium")),
                find(searchPath, DRIVERS).orElseThrow(() -> missing("Chromium's driver", "chromium-driver")));
    }

    private static Optional<Path> find(String searchPath, List<String> names) {
        List<Path> folders = Stream.of(searchPath.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .map(Path::of).toList();
        return names.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable).findFirst();
    }

    private static NoBrowser missing(String what, String debianPackage) {
        return new NoBrowser("%s is not installed; on Debian: sudo apt-get install %s".formatted(what, debianPackage));
    }
}
