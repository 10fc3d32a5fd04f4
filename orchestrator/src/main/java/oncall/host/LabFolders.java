package oncall.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the lab keeps its things.
 *
 * @param project the clone: levels, provisioning scripts, incident reports
 * @param cache   what can be made again (box builds)
 * @param state   what belongs to this user and host (SSH key, journal, stage, logs)
 */
public record LabFolders(Path project, Path cache, Path state) {
    /** Folders by the XDG base directory specification, with the project found from {@code start} upwards. */
    public static LabFolders locate(Path start, Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")));
        return new LabFolders(project(start.toAbsolutePath().normalize()),
            xdg(environment.get("XDG_CACHE_HOME"), home.resolve(".cache")),
            xdg(environment.get("XDG_STATE_HOME"), home.resolve(".local/state")));
    }

    private static Path xdg(String set, Path otherwise) {
        // The specification says that a relative path there is to be ignored.
        Path base = set != null && set.startsWith("/") ? Path.of(set) : otherwise;
        return base.resolve("oncall-lab");
    }

    private static Path project(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("vagrant-levels")) && Files.exists(folder.resolve("pom.xml"))) return folder;
        }
        throw new HostNotFit(start + " is not inside a clone of On-Call Lab (no folder with vagrant-levels/ and pom.xml above it)."
            + " Run the command from the clone.");
    }

    public Path levels() { return project.resolve("vagrant-levels"); }

    public Path stage() { return levels().resolve("stage"); }

    public Path provisioning() { return project.resolve("provisioning"); }

    /** Sources of the checks of this clone's levels. */
    public Path checks() { return project.resolve("checks/src/main/java/oncall/checks"); }

    public Path boxes() { return cache.resolve("box"); }

    public Path logs() { return state.resolve("logs"); }

    public Path children() { return state.resolve("children"); }

    public Path privateKey() { return state.resolve("id_ed25519"); }

    public Path publicKey() { return state.resolve("id_ed25519.pub"); }

    public Path knownHosts() { return state.resolve("known_hosts"); }

    public Path dotVagrant() { return state.resolve("dotvagrant"); }
}
