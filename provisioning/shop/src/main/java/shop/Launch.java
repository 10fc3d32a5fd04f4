package shop;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import shop.config.BadConfiguration;
import shop.config.Settings;

/** What the shop's programs share: their arguments are configuration files, their exit codes those of sysexits.h. */
final class Launch {
    static final int USAGE = 64;
    static final int CONFIGURATION = 78;

    private Launch() {}

    @FunctionalInterface
    interface Program {
        void run(Settings settings) throws Exception;
    }

    static void launch(String name, String[] arguments, Program program) {
        int status = run(name, arguments, program);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Returns the exit code; 0 also when the program goes on in its own threads. */
    static int run(String name, String[] arguments, Program program) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            System.err.println("usage: java -cp ... shop." + name + " FILE.properties [OVERRIDING.properties ...]");
            return USAGE;
        }
        try {
            List<Path> files = new ArrayList<>();
            for (String argument : arguments) {
                files.add(Path.of(argument));
            }
            program.run(Settings.load(files));
            return 0;
        } catch (BadConfiguration e) {
            System.err.println("shop." + name + ": " + e.getMessage());
            return CONFIGURATION;
        } catch (Exception e) {
            System.err.println("shop." + name + ": cannot start: " + e);
            e.printStackTrace();
            return 1;
        }
    }
}
