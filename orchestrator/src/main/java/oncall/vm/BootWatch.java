package oncall.vm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads off Vagrant's output how far each machine is. */
final class BootWatch implements Consumer<String> {
    private static final Pattern LINE = Pattern.compile("^==> ([a-z0-9-]+): (.*)$");
    private static final List<Map.Entry<String, BootStage>> SIGNS = List.of(
        Map.entry("Creating image", BootStage.CREATING), Map.entry("Creating domain", BootStage.CREATING),
        Map.entry("Starting domain", BootStage.STARTING), Map.entry("Waiting for domain to get an IP", BootStage.BOOTING),
        Map.entry("Waiting for machine to boot", BootStage.WAITING_FOR_SSH), Map.entry("Waiting for SSH", BootStage.WAITING_FOR_SSH),
        Map.entry("Machine booted and ready", BootStage.SSH_READY), Map.entry("Setting hostname", BootStage.SSH_READY),
        Map.entry("Running provisioner", BootStage.PROVISIONING));

    private final Map<String, BootStage> stages = new LinkedHashMap<>();
    private final Consumer<String> summary;

    /** @param summary called with a few words whenever a machine got further */
    BootWatch(List<String> machines, Consumer<String> summary) {
        machines.forEach(machine -> stages.put(machine, BootStage.NOT_BEGUN));
        this.summary = summary;
    }

    @Override public synchronized void accept(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches() || !stages.containsKey(matcher.group(1))) return;
        for (Map.Entry<String, BootStage> sign : SIGNS) {
            if (!matcher.group(2).startsWith(sign.getKey())) continue;
            // A later sign of an earlier stage (a second provisioner's SSH wait) does not turn the clock back.
            stages.merge(matcher.group(1), sign.getValue(), (old, now) -> now.compareTo(old) > 0 ? now : old);
            summary.accept(inWords());
            return;
        }
    }

    /** "proxy provisioning, app booting" */
    synchronized String inWords() {
        return stages.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).collect(Collectors.joining(", "));
    }
}
