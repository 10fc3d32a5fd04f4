package oncall.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The program's commands, for tests of what is written about them. */
public final class CommandNames {
    private CommandNames() { }

    /** Names of options by commands. */
    public static Map<String, List<String>> withOptions() {
        return Main.commandLine().getSubcommands().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
            command -> command.getValue().getCommandSpec().options().stream().flatMap(option -> List.of(option.names()).stream()).toList()));
    }
}
