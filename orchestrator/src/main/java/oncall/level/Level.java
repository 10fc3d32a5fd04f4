package oncall.level;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One incident to be played.
 *
 * @param id the name of its folder, such as {@code disk-full}
 * @param folder where its files are
 * @param title shown to the player; does not name the cause
 * @param difficulty 1 (easiest) to 5
 * @param impact what the outage costs the business
 * @param ticket what the player is told
 * @param machines the machines which the fault touches
 * @param reboot the machines rebooted before the second judgement
 * @param rebootAfterFault the machines rebooted once the fault's scripts have run
 * @param seedChoices per seed key the values of which one is drawn
 * @param coaching hints in increasing order of help
 * @param objectives what to find out on the way
 * @param lessons what to learn from it
 * @param fault its scripts, in the order in which they run
 * @param rightFixes each must be accepted
 * @param wrongFixes each must be refused
 * @param untried whether its contract has still to be seen to hold on real machines; such a level is played by name only
 * @param paging how it comes to whoever is on call
 */
public record Level(
        String id,
        Path folder,
        String title,
        Severity severity,
        int difficulty,
        String impact,
        String ticket,
        List<String> machines,
        List<String> reboot,
        List<String> rebootAfterFault,
        Map<String, List<String>> seedChoices,
        List<String> coaching,
        List<String> objectives,
        List<String> lessons,
        List<LevelScript> fault,
        List<Fix> rightFixes,
        List<Fix> wrongFixes,
        boolean untried,
        Paging paging) {

    /** An incident that a person reports. */
    public Level(String id, Path folder, String title, Severity severity, int difficulty, String impact, String ticket,
            List<String> machines, List<String> reboot, List<String> rebootAfterFault, Map<String, List<String>> seedChoices,
            List<String> coaching, List<String> objectives, List<String> lessons, List<LevelScript> fault,
            List<Fix> rightFixes, List<Fix> wrongFixes, boolean untried) {
        this(id, folder, title, severity, difficulty, impact, ticket, machines, reboot, rebootAfterFault, seedChoices,
                coaching, objectives, lessons, fault, rightFixes, wrongFixes, untried, Paging.COMPLAINT);
    }

    /** So many that a variant which none of them draws is as good as none. */
    private static final int DRAWS_PER_VARIANT = 100;

    /** Where it is several incidents at the same time, those of a variant in the order in which they are reported; else none. */
    public List<Incident> incidents(Seed seed) {
        String names = seed.values().getOrDefault(Incident.SEED_KEY, "");
        return paging.incidents().isEmpty() ? List.of() : Arrays.stream(names.split(","))
                .flatMap(name -> paging.incidents().stream().filter(incident -> incident.name().equals(name))).toList();
    }

    /** Full name of the class which says what "fixed" means for this level. */
    public String checksClass() {
        return LevelId.checksClass(id);
    }

    /** Where a level from outside the clone has the sources of its checks; those of the clone have them elsewhere. */
    public Path ownChecks() {
        return folder.resolve("checks");
    }

    /** The smallest seed of each variant, in the order of the seeds; numbers from 1. */
    public List<Seed> variants() {
        long count = seedChoices.values().stream().mapToLong(choices -> choices.stream().distinct().count())
                .reduce(1, (one, other) -> one * other);
        Map<Map<String, String>, Seed> found = new LinkedHashMap<>();
        for (long number = 1; found.size() < count && number <= count * DRAWS_PER_VARIANT; number++) {
            Seed seed = seed(number);
            found.putIfAbsent(seed.values(), seed);
        }
        return List.copyOf(found.values());
    }

    /** The variant of this incident which belongs to the number: the same on every machine and release. */
    public Seed seed(long number) {
        SortedMap<String, String> values = new TreeMap<>();
        seedChoices.forEach((key, choices) -> values.put(key, Seed.draw(number, key, choices)));
        return new Seed(number, values);
    }
}
