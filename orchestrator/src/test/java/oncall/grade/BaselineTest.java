package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import oncall.remote.RemoteUnreachable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineTest {

    @TempDir
    Path folder;

    private final HealthyStage stage = new HealthyStage();

    @Test
    void recordsWhatRunsListensAndMayBeTouched() {
        MachineBaseline app = stage.capture().machines().get("app");

        assertThat(app.units()).as("what the guest starts on demand is left out")
                .containsExactly(Map.entry("shop-worker.service", new MachineBaseline.UnitBaseline(true, true)));
        assertThat(app.ports()).as("ports which the kernel hands out are left out").containsExactly(22, 8000);
        assertThat(app.files()).isEqualTo(Map.of("/etc", "0755 root:root", "/etc/passwd", "0640 root:shop"));
    }

    @Test
    void recordsTheDataOfBothDatabases() {
        Baseline baseline = stage.capture();

        assertThat(baseline.tables()).containsOnlyKeys(
                "users", "products", "orders", "order_items", "fulfilments", "invoices");
        assertThat(baseline.tables().get("orders").totals()).containsExactly(
                Map.entry("rows", "220000"), Map.entry("sum of total_cents", "9395538109"),
                Map.entry("fulfilled", "220000"));
        assertThat(baseline.tables().get("invoices").maxKey()).isEqualTo(320_000);
        assertThat(baseline.tables().get("invoices").samples()).hasSize(20)
                .allSatisfy(sample -> assertThat(sample.range().to()).isBetween(sample.range().from(), 320_000L));
        assertThat(baseline.uploads()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void survivesTheDisk() {
        Baseline baseline = stage.capture();
        Path file = folder.resolve("state/baseline.json");

        baseline.write(file);
        baseline.write(file);

        assertThat(Baseline.read(file)).isEqualTo(baseline);
        assertThat(file.getParent()).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void namesAFileThatIsNoBaseline() throws Exception {
        Path file = Files.writeString(folder.resolve("baseline.json"), "{");

        assertThatThrownBy(() -> Baseline.read(file)).hasMessage("cannot read the baseline " + file);
    }

    @Test
    void seesNoChangeWhereThereIsNone() {
        Baseline baseline = stage.capture();

        baseline.tables().keySet().forEach(table ->
                assertThat(baseline.rowsChanged(table, stage.remotes())).as(table).isEmpty());
        assertThat(baseline.uploadsLost(stage.machine("app"))).isEmpty();
    }

    @Test
    void seesRowsThatVanished() {
        Baseline baseline = stage.capture();
        stage.machine("mysql").on("SELECT count.*FROM invoices", "319999\t12468290000\n");

        assertThat(baseline.rowsChanged("invoices", stage.remotes()))
                .contains("of the 320000 rows that invoices had before the incident, 319999 are there");
    }

    @Test
    void seesSumsThatChanged() {
        Baseline baseline = stage.capture();
        stage.machine("postgres").on("SELECT count.*FROM orders", HealthyStage.ORDERS.replace("220000\n", "219000\n"));

        assertThat(baseline.rowsChanged("orders", stage.remotes()))
                .contains("rows of orders which are older than the incident have been changed");
    }

    @Test
    void seesARowThatChangedWithoutChangingASum() {
        Baseline baseline = stage.capture();
        stage.machine("postgres").on("md5.*FROM users", command -> {
            StringBuilder rows = new StringBuilder();
            for (int i = 0; i < command.split("UNION ALL").length; i++) {
                rows.append(i).append('\u001f').append(i == 7 ? "another" : "digest-" + i).append('\n');
            }
            return rows.toString();
        });

        assertThat(baseline.rowsChanged("users", stage.remotes()))
                .contains("rows of users which are older than the incident have been changed");
    }

    @Test
    void aTableThatIsGoneIsAFindingAndNoAccident() {
        Baseline baseline = stage.capture();
        stage.machine("postgres").on("FROM orders", "ERROR:  relation \"orders\" does not exist");

        assertThat(baseline.rowsChanged("orders", stage.remotes()))
                .contains("the table orders cannot be read at the moment");
    }

    @Test
    void aMachineThatIsGoneIsAnAccident() {
        Baseline baseline = stage.capture();
        stage.machine("postgres").stop();

        assertThatThrownBy(() -> baseline.rowsChanged("orders", stage.remotes()))
                .isInstanceOf(RemoteUnreachable.class);
    }

    @Test
    void looksAtTheSameRowsWhateverCameAfter() {
        Baseline baseline = stage.capture();

        baseline.rowsChanged("orders", stage.remotes());

        assertThat(stage.machine("postgres").asked().stream().filter(sql -> sql.contains("count(*) FILTER")))
                .hasSize(2).allMatch(sql -> sql.contains("WHERE id <= 20000"));
    }

    @Test
    void seesCustomersFilesThatAreGoneOrCut() {
        Baseline baseline = stage.capture();
        stage.machine("app").on("find /var/lib/shop/uploads", "10 one\n0 two\n7 three\n");
        assertThat(baseline.uploadsLost(stage.machine("app"))).containsExactly("two");

        stage.machine("app").on("find /var/lib/shop/uploads", "");
        assertThat(baseline.uploadsLost(stage.machine("app"))).containsExactly("one", "two");
    }

    @Test
    void doesNotTakeASickStageForABaseline() {
        stage.machine("postgres").on("SELECT max\\(id\\) FROM users", "ERROR:  the database system is starting up");

        assertThatThrownBy(stage::capture).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the database system is starting up");
    }
}
