package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import oncall.grade.Lab;
import oncall.grade.LabChecks;
import oncall.grade.Steady;
import oncall.grade.Symptom;
import oncall.health.DeletedFile;
import oncall.health.FileSystemSpace;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Customers can send files, and it stays so: there is room, it is really free, it is on the disk that it
 * should be on, and nothing eats it up again.
 *
 * <p>Whether something eats it up is measured, not looked up: two readings of all files that grow, a few
 * seconds apart. The bound is that the free space lasts a day, because the machine's own rotation of logs
 * comes once a day: faster growth cannot be saved by any rotation which a player could write down for it,
 * and slower growth leaves time for the alert on the volume. How the program that wrote was silenced is the
 * player's business: it may be gone, stopped or bounded, but not left dying.
 */
@LabChecks
final class DiskFullChecks {

    private static final String VOLUME = "/var/lib/shop";
    private static final int ARTWORK = 3_000_000;
    private static final double ROOM = 0.30;
    private static final Duration AT_LEAST = Duration.ofDays(1);
    private static final long HIDDEN = 20 << 20;
    private static final int SAMPLES = 4;

    @Test
    @Symptom
    @DisplayName("customers can send files")
    void customersCanUpload(Lab lab) {
        try (CustomerFile file = CustomerFile.send(lab, ARTWORK)) {
            file.assertTaken("A customer's file of 3 MB");
        }
    }

    @Test
    @DisplayName("the customers' volume has room again")
    void room(Lab lab) {
        FileSystemSpace volume = FileSystemSpace.parse(lab.on("app").output(FileSystemSpace.COMMAND + VOLUME)).get(0);
        double free = (double) volume.available() / (volume.used() + volume.available());
        assertThat(free)
                .withFailMessage("Only %.0f %% of the customers' volume is free; with less than %.0f %% the next "
                        + "busy day fills it", free * 100, ROOM * 100)
                .isGreaterThanOrEqualTo(ROOM);
    }

    @Test
    @DisplayName("the room will not be used up again by itself")
    void noGrowth(Lab lab) {
        GrowthReading growth = GrowthReading.take(lab.on("app"), VOLUME);
        assertThat(growth.lasts())
                .withFailMessage("On the app node files other than customers' grow by %d KB/s: as much space as is "
                                + "free for customers now is used up in about %d minutes",
                        growth.bytesPerSecond() / 1000, growth.lasts().toMinutes())
                .isGreaterThanOrEqualTo(AT_LEAST);
    }

    @Test
    @Steady
    @DisplayName("no service of the app node ends again and again")
    void nothingDiesAllTheTime(Lab lab) {
        String unit = lab.seed().get("tool") + ".service";
        assertThat(ServiceWatch.staysAsItIs(lab.on("app"), unit, ServiceWatch.WINDOW))
                .withFailMessage("The service %s on the app node neither runs nor is it stopped: it has failed, or it is "
                        + "started again and again and ends each time", unit)
                .isTrue();
    }

    @Test
    @DisplayName("no space is kept by files that nobody can see")
    void nothingHidden(Lab lab) {
        long hidden = DeletedFile.parse(lab.on("app").sudo(DeletedFile.COMMAND + VOLUME).out()).stream()
                // Several processes may hold the same one.
                .collect(Collectors.toMap(DeletedFile::path, DeletedFile::size, Math::max))
                .values().stream().mapToLong(Long::longValue).sum();
        assertThat(hidden)
                .withFailMessage("%d MB of the customers' volume are in use although no visible file accounts for them",
                        hidden >> 20)
                .isLessThan(HIDDEN);
    }

    @Test
    @DisplayName("customers' files are kept on their own disk")
    void onTheirDisk(Lab lab) {
        // Links are followed: what counts is where the bytes are.
        for (String directory : List.of(VOLUME + "/uploads", VOLUME + "/incoming")) {
            String where = lab.on("app").sudo("findmnt -n -o FSTYPE,LABEL,OPTIONS -T \"$(realpath " + directory + ")\"")
                    .out().strip();
            assertThat(where)
                    .withFailMessage("%s is not on the customers' data disk any more; it is on: %s", directory,
                            where.isEmpty() ? "nothing" : where)
                    .matches("ext4\\s+shop-data\\s+rw\\b.*");
        }
    }

    @Test
    @DisplayName("files that customers sent before can be fetched unchanged")
    void earlierFiles(Lab lab) {
        List<String> names = new ArrayList<>(lab.baseline().uploads());
        Collections.shuffle(names, lab.random());
        List<String> chosen = names.subList(0, Math.min(SAMPLES, names.size()));
        // One question for all: each costs a session, which is dear on an emulated CPU.
        SqlReading stored = SqlProbe.postgres(lab.on("postgres"), "shop").query(chosen.stream()
                .map(id -> "SELECT '%1$s', sha256 FROM uploads WHERE id = '%1$s';".formatted(id))
                .collect(Collectors.joining("\n")));
        assertThat(stored.ok()).withFailMessage("The shop's list of customers' files cannot be read").isTrue();
        for (String id : chosen) {
            HttpReading file = lab.http().get(HttpProbe.API, "/api/uploads/" + id);
            assertThat(file.status())
                    .withFailMessage("A file that a customer sent before the incident cannot be fetched: %s (%s)",
                            file.summary(), id)
                    .isEqualTo(200);
            assertThat(stored.rows())
                    .withFailMessage("A file that a customer sent before the incident is not what it was (%s)", id)
                    .contains(List.of(id, CustomerFile.sha256(file.body())));
        }
    }
}
