package oncall.level;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes typed fields out of one mapping of a manifest. Whatever is wrong is noted, and a harmless
 * value stands in, so that reading goes on and finds the rest.
 */
final class ManifestFields {

    private final Path file;
    private final String prefix;
    private final YamlNode mapping;
    private final Problems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    /** @param prefix the mapping's own place in the file, such as {@code machines[0].}, or empty */
    ManifestFields(Path file, String prefix, YamlNode mapping, Problems problems) {
        this.file = file;
        this.prefix = prefix;
        this.problems = problems;
        if (mapping.fields() == null) {
            problems.add(file, mapping.line(), prefix.isEmpty() ? "(file)" : prefix.substring(0, prefix.length() - 1),
                    "must be a mapping, was " + mapping.kind());
            this.mapping = new YamlNode(mapping.line(), null, null, Map.of());
        } else {
            this.mapping = mapping;
        }
    }

    String text(String field) {
        return node(field, true).map(node -> text(field, node)).orElse("");
    }

    int number(String field, int least, int most) {
        return node(field, true).map(node -> number(field, node, least, most)).orElse(least);
    }

    /** True or false; false where it is missing. */
    boolean flag(String field) {
        return node(field, false).map(node -> {
            if (!"true".equals(node.text()) && !"false".equals(node.text())) {
                wrong(node, field, "must be true or false, was " + node.kind());
            }
            return "true".equals(node.text());
        }).orElse(false);
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        E[] known = type.getEnumConstants();
        return node(field, true).map(node -> Arrays.stream(known)
                .filter(value -> value.name().equals(node.text())).findFirst().orElseGet(() -> {
                    wrong(node, field, "must be one of %s, was %s".formatted(Arrays.toString(known), node.kind()));
                    return known[0];
                })).orElse(known[0]);
    }

    /** A list that must be there, with at least one entry. */
    List<String> texts(String field) {
        Optional<YamlNode> node = node(field, true);
        List<String> texts = node.map(list -> texts(field, list)).orElse(List.of());
        node.filter(list -> list.items() != null && list.items().isEmpty())
                .ifPresent(list -> wrong(list, field, "must not be empty"));
        return texts;
    }

    /** A list that may be missing or empty. */
    List<String> optionalTexts(String field) {
        return node(field, false).map(node -> texts(field, node)).orElse(List.of());
    }

    /** A mapping from names to lists of at least one value each; it may be missing. */
    Map<String, List<String>> textsByName(String field) {
        Map<String, List<String>> result = new LinkedHashMap<>();
        Optional<YamlNode> node = node(field, false);
        if (node.isPresent()) {
            ManifestFields inner = new ManifestFields(file, prefix + field + ".", node.get(), problems);
            inner.mapping.fields().keySet().forEach(name -> result.put(name, inner.texts(name)));
        }
        return result;
    }

    ManifestFields mapping(String field) {
        YamlNode node = node(field, true).orElse(new YamlNode(mapping.line(), null, null, Map.of()));
        return new ManifestFields(file, prefix + field + ".", node, problems);
    }

    List<ManifestFields> mappings(String field, boolean required) {
        List<ManifestFields> result = new ArrayList<>();
        List<YamlNode> items = node(field, required).map(node -> items(field, node)).orElse(List.of());
        for (YamlNode item : items) {
            result.add(new ManifestFields(file, "%s%s[%d].".formatted(prefix, field, result.size()), item, problems));
        }
        return result;
    }

    List<Integer> optionalNumbers(String field, int least, int most) {
        return node(field, false).map(node -> items(field, node).stream()
                .map(item -> number(field, item, least, most)).toList()).orElse(List.of());
    }

    /** Notes a problem with a field's value, at its place. */
    void wrong(String field, String what) {
        wrong(mapping.fields().getOrDefault(field, mapping), field, what);
    }

    /** Notes every field that nobody has asked for. */
    void noOthers() {
        mapping.fields().forEach((name, node) -> {
            if (!asked.contains(name)) {
                wrong(node, name, "unknown field" + Nearest.to(name, List.copyOf(asked))
                        .map(nearest -> "; did you mean " + nearest + "?").orElse(""));
            }
        });
    }

    private Optional<YamlNode> node(String field, boolean required) {
        asked.add(field);
        YamlNode node = mapping.fields().get(field);
        if (node == null && required) {
            wrong(mapping, field, "is missing");
        }
        return Optional.ofNullable(node);
    }

    private String text(String field, YamlNode node) {
        if (node.text() == null || node.text().isBlank()) {
            wrong(node, field, "must be a text, was " + (node.text() == null ? node.kind() : "blank"));
            return "";
        }
        return node.text();
    }

    private int number(String field, YamlNode node, int least, int most) {
        try {
            int number = Integer.parseInt(String.valueOf(node.text()));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with what is there instead
        }
        wrong(node, field, "must be a whole number from %d to %d, was %s".formatted(least, most, node.kind()));
        return least;
    }

    private List<String> texts(String field, YamlNode node) {
        return items(field, node).stream().map(item -> text(field, item)).toList();
    }

    private List<YamlNode> items(String field, YamlNode node) {
        if (node.items() == null) {
            wrong(node, field, "must be a list, was " + node.kind());
            return List.of();
        }
        return node.items();
    }

    private void wrong(YamlNode node, String field, String what) {
        problems.add(file, node.line(), prefix + field, what);
    }
}
