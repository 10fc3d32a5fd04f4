package oncall.vm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.ProgramTimedOut;
import oncall.process.Programs;
import oncall.process.Tail;

/** The real Vagrant, run in the stage's folder. */
final class Vagrant {
    private static final Duration UP_LIMIT = Duration.ofMinutes(30);
    private static final Duration DESTROY_LIMIT = Duration.ofMinutes(5);
    // It asks the internet for newer versions of itself and of boxes, and waits long where there is none.
    private static final Map<String, String> QUIET = Map.of("VAGRANT_CHECKPOINT_DISABLE", "1", "VAGRANT_BOX_UPDATE_CHECK_DISABLE", "1",
        "VAGRANT_DEFAULT_PROVIDER", "libvirt");

    private final Programs programs;
    private final Path folder;
    private final Path dotVagrant;

    Vagrant(Programs programs, Path folder, Path dotVagrant) {
        this.programs = programs;
        this.folder = folder;
        this.dotVagrant = dotVagrant;
    }

    /** @throws StageFailed when it fails, with how far each machine came and the end of the log */
    void up(List<String> machines, StageSettings settings, Path log, Consumer<String> howFar) {
        BootWatch watch = new BootWatch(machines, howFar);
        Program up = program(settings, "up", "--parallel", "--no-color").within(UP_LIMIT).logTo(log).onLine(watch);
        ProgramResult result;
        try {
            result = programs.run(up);
        } catch (ProgramTimedOut e) {
            throw new StageFailed("vagrant up did not end within " + UP_LIMIT.toMinutes() + " minutes (" + watch.inWords() + ")", log, e);
        }
        if (!result.ok()) {
            throw new StageFailed("vagrant up failed (" + watch.inWords() + ")" + (result.err().isBlank() ? "" : ":\n" + Tail.of(result.err(), 15)),
                log, null);
        }
    }

    /** Best effort: what Vagrant leaves is removed by name afterwards. */
    void destroy(StageSettings settings, Path log) {
        try {
            programs.run(program(settings, "destroy", "--force", "--no-color").within(DESTROY_LIMIT).logTo(log).evenWhenCancelled());
        } catch (ProgramTimedOut e) {
            // The caller removes by name whatever is still there.
        }
    }

    private Program program(StageSettings settings, String... arguments) {
        Map<String, String> environment = new HashMap<>(QUIET);
        environment.putAll(settings.environment());
        environment.put("VAGRANT_DOTFILE_PATH", dotVagrant.toString());
        return Program.of(arguments).behind(List.of("vagrant")).in(folder).with(environment);
    }
}
