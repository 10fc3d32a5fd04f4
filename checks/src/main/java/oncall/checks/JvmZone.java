package oncall.checks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.LongStream;
import oncall.remote.Remote;

/**
 * The time zone that a running JVM goes by, as it says itself.
 *
 * @param zone empty where it does not say
 */
record JvmZone(Optional<ZoneId> zone) {

    static JvmZone of(Remote machine, int pid) {
        // As the JVM's own user, whoever that is: not every JVM listens to root.
        return parse(machine.sudo("setpriv --reuid=$(stat -c %%u /proc/%1$d) --regid=$(stat -c %%g /proc/%1$d) --clear-groups "
                .formatted(pid) + "jcmd " + pid + " VM.system_properties").orThrow().out());
    }

    static JvmZone parse(String properties) {
        Properties said = new Properties();
        try {
            said.load(new StringReader(properties));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        try {
            return new JvmZone(Optional.of(ZoneId.of(said.getProperty("user.timezone", ""), ZoneId.SHORT_IDS)));
        } catch (DateTimeException unknown) {
            return new JvmZone(Optional.empty());
        }
    }

    /** Whether it shows UTC's time, under whatever name, in summer as in winter. */
    boolean isUtc(Instant moment) {
        return zone.isPresent() && LongStream.range(0, 366).mapToObj(day -> moment.plus(day, ChronoUnit.DAYS))
                .allMatch(day -> zone.get().getRules().getOffset(day).equals(ZoneOffset.UTC));
    }

    /** Whether it is the same day there as in UTC. */
    boolean onUtcsDay(Instant moment) {
        return zone.isEmpty() || LocalDate.ofInstant(moment, zone.get()).equals(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }
}
