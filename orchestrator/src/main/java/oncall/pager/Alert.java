package oncall.pager;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that somebody is to be paged for.
 *
 * @param name     such as {@code UploadsFail}; {@link #COMPLAINT} where a person says so
 * @param labels   what tells it from others of its name
 * @param severity such as {@code SEV2}
 * @param runbook  file in the clone that tells what to do; empty for none
 * @param since    when it began, by the stage's clock
 */
public record Alert(String name, Map<String, String> labels, String severity, String summary, String runbook, Instant since) {
    public static final String COMPLAINT = "Complaint";
    /** Label of a complaint that is one of several at the same time: its name. */
    static final String INCIDENT = "incident";
    private static final Pattern LABEL = Pattern.compile("\\{\\{ \\$labels\\.([a-z_]+) }}");

    public Alert {
        labels = Map.copyOf(labels);
    }

    static Alert complaint(String severity, String summary, Instant since) { return new Alert(COMPLAINT, Map.of(), severity, summary, "", since); }

    /** One of several at the same time; how bad it is, whoever is on call has to say. */
    static Alert oneOfSeveral(String incident, String summary, Instant since) { return new Alert(COMPLAINT, Map.of(INCIDENT, incident), "SEV?", summary, "", since); }

    /** By which whoever is on call speaks of it; empty for what is not one of several. */
    public String incident() { return labels.getOrDefault(INCIDENT, ""); }

    /** From what Prometheus and Alertmanager know of it. */
    static Alert of(Map<String, String> labels, Map<String, String> annotations, Instant since) {
        Map<String, String> rest = new TreeMap<>(labels);
        String name = String.valueOf(rest.remove("alertname"));
        String severity = rest.getOrDefault("severity", "SEV4");
        rest.remove("severity");
        // Only a series of Prometheus has these.
        rest.remove("alertstate");
        rest.remove("__name__");
        return new Alert(name, rest, severity, filled(annotations.getOrDefault("summary", name), labels), annotations.getOrDefault("runbook", ""), since);
    }

    /** The same for the same thing whenever it happens. */
    String key() { return labels.isEmpty() ? name : name + new TreeMap<>(labels); }

    /** What a rule says before Prometheus has put the labels in. */
    private static String filled(String summary, Map<String, String> labels) {
        return LABEL.matcher(summary).replaceAll(match -> Matcher.quoteReplacement(labels.getOrDefault(match.group(1), "?")));
    }
}
