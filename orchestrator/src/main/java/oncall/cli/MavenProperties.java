package oncall.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.apache.commons.exec.CommandLine;

/** Turns {@code mvn exec:java -D…} into the arguments of the same command. */
final class MavenProperties {
    private MavenProperties() { }

    /** Empty, which prints the help, when there is neither {@code level} nor {@code command}. */
    static String[] arguments(Properties properties) {
        List<String> arguments = new ArrayList<>();
        String level = properties.getProperty("level");
        String command = properties.getProperty("command");
        if (command != null) arguments.add(command);
        else if (level != null) arguments.add("up");
        else return new String[0];
        if (level != null) arguments.add(level);
        for (String option : List.of("seed", "difficulty", "times", "levels")) {
            if (properties.getProperty(option) != null) arguments.add("--" + option + "=" + properties.getProperty(option));
        }
        if (given(properties, "yes")) arguments.add("--yes");
        if (properties.getProperty("args") != null) arguments.addAll(words(properties.getProperty("args")));
        return arguments.toArray(String[]::new);
    }

    // A bare -Dyes gets the value "true"; someone may still write -Dyes=false.
    private static boolean given(Properties properties, String name) {
        String value = properties.getProperty(name);
        return value != null && !value.equals("false");
    }

    private static List<String> words(String text) {
        return Arrays.stream(CommandLine.parse("lab " + text).getArguments()).map(word -> word.replaceAll("^([\"'])(.*)\\1$", "$2")).toList();
    }
}
