package oncall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import oncall.host.LabFolders;
import oncall.process.Cancelled;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in words. Only what nobody foresaw leaves a stack trace, and that in a file. */
final class Failures implements IExecutionExceptionHandler {
    @Override public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        // On a cancellation the one who cancelled it speaks.
        if (failure instanceof Cancelled) return ExitCodes.CANCELLED;
        if (ExitCodes.explained(failure)) err.println(failure.getMessage());
        else unforeseen(failure, err);
        err.flush();
        return ExitCodes.of(failure);
    }

    private static void unforeseen(Exception failure, PrintWriter err) {
        err.println("Internal error: " + failure);
        try {
            Path logs = LabFolders.locate(Path.of(""), System.getenv()).logs();
            Files.createDirectories(logs);
            Path file = logs.resolve("internal-error.log");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
                failure.printStackTrace(out);
            }
            err.println("The stack trace is in " + file + "; please report it.");
        } catch (IOException | RuntimeException e) {
            failure.printStackTrace(err);
        }
    }
}
