package oncall.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import oncall.host.LabFolders;
import oncall.session.NewLevel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "new-level", mixinStandardHelpOptions = true, description = "For authors of levels: lays out folder, manifest, fault, fixes and class of checks "
    + "of a new level, with TODO wherever something is to be written. Overwrites nothing.")
final class NewLevelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "The level's name: lower-case words joined by dashes, such as our-outage.")
    private String id;

    @Option(names = "--in", paramLabel = "DIR", description = "The folder of levels to put it into, outside this clone; made if missing. Default: this clone's own levels.")
    private Path in;

    @Option(names = "--vm", paramLabel = "VM", defaultValue = "app", description = "The VM that is broken and mended, after which scripts are named. Default: ${DEFAULT-VALUE}.")
    private String vm;

    @Override public Integer call() {
        LabFolders folders = LabFolders.locate(Path.of(""), System.getenv());
        List<Path> written = new NewLevel(folders).layOut(id, in, vm);
        boolean inClone = written.get(0).startsWith(folders.levels());
        String levels = inClone ? "" : " --levels " + shown(written.get(0).getParent().getParent());
        StringBuilder out = new StringBuilder("Laid out, to be filled in:\n");
        written.forEach(file -> out.append("  ").append(shown(file)).append('\n'));
        out.append("How to go on:          docs/authoring.md\n");
        out.append("What is still TODO:    ./lab lint ").append(id).append(levels).append('\n');
        out.append("Play it:               ./lab up ").append(id).append(levels).append('\n');
        out.append("Try one fix:           ./lab contract ").append(id).append(levels).append(" --only as-it-was\n");
        out.append("The whole contract:    ./lab contract ").append(id).append(levels).append('\n');
        if (inClone) out.append("Once it holds, take `untried` out of its manifest: random and CI draw it from then on. README.md's table of levels wants a row for it.\n");
        System.out.print(out);
        return ExitCodes.OK;
    }

    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
    }
}
