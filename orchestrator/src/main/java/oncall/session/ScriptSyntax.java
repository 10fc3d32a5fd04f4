package oncall.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oncall.level.LevelDraft;
import oncall.level.LevelScript;
import oncall.level.Problem;
import oncall.process.Program;
import oncall.process.ProgramResult;
import oncall.process.Programs;

/** Has bash read a level's scripts without running them. */
final class ScriptSyntax {
    private static final String READ_ALL = "for script; do bash -n \"$script\" </dev/null || failed=1; done; exit ${failed:-0}";
    private static final Pattern COMPLAINT = Pattern.compile("(/.+?): line (\\d+): (.+)");

    private final Programs programs;

    ScriptSyntax(Programs programs) { this.programs = programs; }

    List<Problem> problems(LevelDraft draft) {
        List<String> scripts = draft.level().stream().flatMap(level -> Stream.of(level.fault().stream(),
                level.rightFixes().stream().flatMap(fix -> fix.scripts().stream()), level.wrongFixes().stream().flatMap(fix -> fix.scripts().stream())))
            .flatMap(all -> all).map(LevelScript::file).map(Path::toAbsolutePath).map(Path::toString).toList();
        if (scripts.isEmpty()) return List.of();
        List<String> command = new ArrayList<>(List.of("bash", "-c", READ_ALL, "bash"));
        command.addAll(scripts);
        ProgramResult result = programs.run(Program.of(command));
        List<Problem> problems = new ArrayList<>();
        if (result.ok()) return problems;
        for (String line : result.err().lines().toList()) {
            Matcher complaint = COMPLAINT.matcher(line);
            // Bash repeats the line that it does not understand; the place of it is enough.
            if (complaint.matches() && !complaint.group(3).startsWith("`")) {
                problems.add(new Problem(Path.of(complaint.group(1)), Integer.parseInt(complaint.group(2)), "(syntax)", complaint.group(3)));
            }
        }
        return problems.isEmpty() ? List.of(new Problem(draft.folder(), "bash cannot read the scripts: " + result.err().strip())) : problems;
    }
}
