package oncall.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** The lab's command line. Through Maven the same: {@code mvn exec:java -Dlevel=disk-full} is {@code up disk-full}. */
@Command(name = "lab", mixinStandardHelpOptions = true, version = "On-Call Lab 0.1.0", synopsisSubcommandLabel = "COMMAND",
    description = "Real faults on real VMs, to be found and mended; the mend is graded.",
    subcommands = {DoctorCommand.class, ListCommand.class, UpCommand.class, StatusCommand.class, SshCommand.class,
        WatchCommand.class, AckCommand.class, DeclareCommand.class, ResolveCommand.class, VerifyCommand.class,
        ResetCommand.class, DownCommand.class, ContractCommand.class, BenchmarkCommand.class, LintCommand.class, NewLevelCommand.class},
    footer = {"", "Through Maven, the same:", "  mvn exec:java -Dlevel=disk-full [-Dyes] [-Dseed=7] [-Ddifficulty=2]     lab up disk-full",
        "  mvn exec:java -Dlevel=our-outage -Dlevels=DIR                           lab up our-outage --levels DIR",
        "  mvn exec:java -Dcommand=verify [-Dargs=\"--no-reboot\"]                   lab verify"})
public final class Main implements Runnable {
    private static final int USAGE_WIDTH = 100;

    @Spec private CommandLine.Model.CommandSpec spec;

    @Override public void run() { spec.commandLine().usage(System.out); }

    public static void main(String[] arguments) {
        int code = run(arguments.length > 0 ? arguments : MavenProperties.arguments(System.getProperties()));
        System.out.flush();
        System.err.flush();
        // Within Maven's own JVM a return lets it print BUILD SUCCESS. Any other end has to leave at once: an
        // exception would make Maven print its own stack trace over what was just explained.
        if (code != ExitCodes.OK) System.exit(code);
    }

    /** The whole program but for leaving the JVM. */
    static int run(String... arguments) { return commandLine().execute(arguments); }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setExitCodeExceptionMapper(ExitCodes::of);
        line.setExecutionExceptionHandler(new Failures());
        line.setParameterExceptionHandler(new UsageErrors());
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        for (CommandLine sub : line.getSubcommands().values()) exitCodes(sub);
        exitCodes(line);
        return line;
    }

    private static void exitCodes(CommandLine line) {
        line.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(
            java.util.Arrays.stream(ExitCodes.HELP).map(entry -> entry.split(":", 2)).collect(java.util.stream.Collectors.toMap(
                entry -> entry[0], entry -> entry[1].replace("%", "%%"), (a, b) -> a, java.util.LinkedHashMap::new)));
    }
}
