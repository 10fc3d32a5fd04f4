package shop.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Properties from one or more files; a later file overrides an earlier one.
 *
 * <p>The getters do not throw: they note what is wrong and go on with a stand-in, so that
 * {@link #verify()} can name all the problems at once.
 */
public final class Settings {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Path> origins = new HashMap<>();
    private final List<Path> files;
    private final List<String> problems = new ArrayList<>();

    private Settings(List<Path> files) {
        this.files = files;
    }

    /** @throws BadConfiguration if a file cannot be read as properties in UTF-8 */
    public static Settings load(List<Path> files) {
        Settings settings = new Settings(files);
        files.forEach(settings::read);
        settings.verify();
        return settings;
    }

    private void read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            problems.add(file + ": no such file");
        } catch (MalformedInputException | IllegalArgumentException e) {
            problems.add(file + ": not a properties file in UTF-8: " + e.getMessage());
        } catch (IOException e) {
            problems.add(file + ": cannot be read: " + e);
        }
        for (String key : properties.stringPropertyNames()) {
            values.put(key, properties.getProperty(key).strip());
            origins.put(key, file);
        }
    }

    public String text(String key) {
        String value = values.get(key);
        if (value == null || value.isEmpty()) {
            String where = origins.containsKey(key) ? origins.get(key).toString() : files.toString();
            problems.add(where + ": " + key + ": is missing");
            return "";
        }
        return value;
    }

    public String text(String key, String otherwise) {
        String value = values.get(key);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    public int integer(String key, int otherwise, int least, int most) {
        return (int) number(key, otherwise, least, most);
    }

    public long number(String key, long otherwise, long least, long most) {
        String value = text(key, null);
        if (value == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Same remedy as a number out of range.
        }
        problems.add(origins.get(key) + ": " + key + ": \"" + value + "\" is not a whole number from "
                + least + " to " + most);
        return otherwise;
    }

    public Path path(String key) {
        String value = text(key);
        Path path = Path.of(value);
        if (!value.isEmpty() && !path.isAbsolute()) {
            problems.add(origins.get(key) + ": " + key + ": \"" + value + "\" is not an absolute path");
        }
        return path;
    }

    /** A list separated by commas; blanks around the entries are dropped, as are empty entries. */
    public List<String> list(String key) {
        List<String> entries = new ArrayList<>();
        for (String entry : text(key, "").split(",")) {
            if (!entry.isBlank()) {
                entries.add(entry.strip());
            }
        }
        return List.copyOf(entries);
    }

    public <E extends Enum<E>> E choice(String key, E otherwise) {
        String value = text(key, otherwise.name());
        Class<E> type = otherwise.getDeclaringClass();
        for (E candidate : type.getEnumConstants()) {
            if (candidate.name().equalsIgnoreCase(value)) {
                return candidate;
            }
        }
        problems.add(origins.get(key) + ": " + key + ": \"" + value + "\" is not one of "
                + List.of(type.getEnumConstants()));
        return otherwise;
    }

    /** @throws BadConfiguration if any getter met a problem */
    public void verify() {
        if (!problems.isEmpty()) {
            throw new BadConfiguration(List.copyOf(problems));
        }
    }
}
