package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import oncall.grade.Allows;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.MachineBaseline;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import oncall.level.MachineSpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Every machine is found by its name, by whoever asks the stage's name server, and nobody has stopped asking. That the
 * server says the same after a restart is seen from the verdict's reboot.
 */
@LabChecks
// Who moves a new file into its place gives it a group of no more rights; what else may not change is looked at here.
@Allows(files = "ops:" + WrongDnsRecordChecks.ZONE_FILE)
final class WrongDnsRecordChecks {

    static final String ZONE_FILE = "/etc/bind/zones/db.shop.internal";

    /** Prints how often the server has loaded the zone with the serial that came with the fault. */
    private static final String LOADED = "journalctl -u named -o cat --no-pager | grep -cF 'zone %s/IN: loaded serial %s' || true";

    /** Prints address and port at the other end of each connection to a database. */
    private static final String CONNECTIONS = "ss -Htn state established '( dport = :5432 or dport = :3306 )' | awk '{ print $4 }'";

    /** The grader looks again at what else failed only after this one: by then those who ask have heard of the mend, too. */
    @Test
    @Symptom
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    @DisplayName("an order that a customer places is fulfilled, and in the shop's books")
    void orders(Lab lab) {
        OldAnswer.awaitForgotten(lab);
        try (CustomerOrder order = CustomerOrder.place(lab)) {
            order.assertTaken();
            order.assertFulfilled();
            order.assertInTheBooks();
        }
    }

    /** One back end that was forgotten fails every second customer, and an order that is tried again meets the other one. */
    @Test
    @DisplayName("the shop's programs talk to the shop's own databases")
    void connections(Lab lab) {
        Set<String> databases = Set.of(lab.stage().machine("postgres").address() + ":5432", lab.stage().machine("mysql").address() + ":3306");
        List<String> others = lab.on("app").output(CONNECTIONS).lines()
                .map(peer -> peer.strip().replaceAll("^\\[::ffff:|\\[|]", "")).filter(peer -> !peer.isEmpty() && !databases.contains(peer)).toList();
        assertThat(others)
                .withFailMessage("%d connections of the shop's programs still lead to somebody who is none of the shop's databases",
                        others.size())
                .isEmpty();
    }

    @Test
    @DisplayName("whoever asks where a machine is gets the right answer")
    void answers(Lab lab) {
        ZoneAnswer answer = ZoneAnswer.ask(lab);
        assertThat(answer.serial()).withFailMessage("Nobody can say where the machines of %s are", ZoneAnswer.ZONE).isPresent();
        List<MachineSpec> wrong = answer.wrong(lab.stage().machines());
        assertThat(wrong)
                .withFailMessage("Whoever asks where a machine is gets a wrong answer, or none, for %d of them", wrong.size())
                .isEmpty();
    }

    @Test
    @DisplayName("every machine finds every other one by its name")
    void everyMachine(Lab lab) {
        Map<String, String> wrong = new TreeMap<>();
        for (String machine : lab.stage().names()) {
            List<MachineSpec> others = lab.stage().machines().stream().filter(other -> !other.name().equals(machine)).toList();
            StringBuilder command = new StringBuilder();
            others.forEach(other -> command.append("getent ahostsv4 %s.%s | awk '{ print $1; exit }' | grep . || echo none; "
                    .formatted(other.name(), ZoneAnswer.ZONE)));
            List<String> found = lab.on(machine).run(command.toString()).out().lines().toList();
            if (!found.equals(others.stream().map(MachineSpec::address).toList())) {
                wrong.put(machine, found.toString());
            }
        }
        assertThat(wrong.keySet()).withFailMessage("Some machines look for others in the wrong place, or nowhere: %s", wrong.keySet())
                .isEmpty();
    }

    @Test
    @DisplayName("nobody knows an address by heart")
    void byHeart(Lab lab) {
        for (String machine : lab.stage().names()) {
            Set<String> hosts = NamesByHeart.inHosts(lab, machine);
            assertThat(hosts)
                    .withFailMessage("%s has a list of its own of where others are (%s): whatever moves next, it will not notice",
                            machine, hosts)
                    .isEmpty();
            Set<String> files = NamesByHeart.inConfiguration(lab, machine);
            assertThat(files)
                    .withFailMessage("On %s somebody's configuration holds an address instead of a name: %s", machine, files)
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("whoever keeps a copy of what was wrong learns that it was mended")
    void serial(Lab lab) {
        long before = Long.parseLong(lab.seed().get("serial"));
        if (lab.on("ops").sudoOutput(LOADED.formatted(ZoneAnswer.ZONE, before)).equals("0")) {
            // It never said anything wrong.
            return;
        }
        ZoneAnswer answer = ZoneAnswer.ask(lab);
        assertThat(answer.serial()).withFailMessage("Nobody can say how new the zone %s is", ZoneAnswer.ZONE).isPresent();
        assertThat(ZoneAnswer.isNewer(answer.serial().get(), before))
                .withFailMessage("To whoever fetched the zone while it was wrong (%d), what is served now (%d) looks no newer",
                        before, answer.serial().get())
                .isTrue();
    }

    @Test
    @Steady
    @DisplayName("nobody else may say where the machines are")
    void keepers(Lab lab) {
        String before = lab.baseline().machines().get("ops").files().get(ZONE_FILE);
        String now = MachineBaseline.files(lab.on("ops"), List.of(ZONE_FILE)).getOrDefault(ZONE_FILE, "gone");
        assertThat(now)
                .withFailMessage("Owner or mode of %s on ops is not as before the incident (was %s, is %s)", ZONE_FILE, before, now)
                .isIn(before, before.replaceFirst(":.*", ":root"));
    }
}
