package oncall.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                Map.entry("fulfilled", "1000"), Map.entry("rows", "1000"), Map.entry("sum of total_cents", "1000"));
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

        assertThat(baseline.rowsChanged(baseline.tables().keySet(), stage.remotes())).isEmpty();
        assertThat(baseline.uploadsLost(stage.machine("app"))).isEmpty();
    }

    @Test
    void seesRowsThatVanished() {
        Baseline baseline = stage.capture();
        stage.mysql.total("invoices.rows", "319999");

        assertThat(baseline.rowsChanged(List.of("invoices", "users"), stage.remotes())).containsExactly(
                "of the 320000 rows that invoices had before the incident, 319999 are there");
    }

    @Test
    void seesSumsThatChanged() {
        Baseline baseline = stage.capture();
        stage.postgres.total("orders.fulfilled", "999");

        assertThat(baseline.rowsChanged(List.of("users", "orders"), stage.remotes())).containsExactly(
                "rows of orders which are older than the incident have been changed");
    }

    @Test
    void seesARowThatChangedWithoutChangingASum() {
        Baseline baseline = stage.capture();
        stage.postgres.sample("order_items", 7, "another");

        assertThat(baseline.rowsChanged(List.of("orders", "order_items"), stage.remotes())).containsExactly(
                "rows of order_items which are older than the incident have been changed");
    }

    @Test
    void aTableThatIsGoneIsAFindingAndNamedAmongOthers() {
        Baseline baseline = stage.capture();
        stage.postgres.refuse("orders", "relation \"orders\" does not exist");

        assertThat(baseline.rowsChanged(List.of("users", "orders", "products"), stage.remotes())).containsExactly(
                "the table orders cannot be read at the moment");
    }

    @Test
    void aMachineThatIsGoneIsAnAccident() {
        Baseline baseline = stage.capture();
        stage.machine("postgres").stop();

        assertThatThrownBy(() -> baseline.rowsChanged(List.of("orders"), stage.remotes()))
                .isInstanceOf(RemoteUnreachable.class);
    }

    @Test
    void asksForTheSameRowsInOneGoWhateverCameAfter() {
        Baseline baseline = stage.capture();
        int before = stage.machine("postgres").asked().size();

        baseline.rowsChanged(List.of("users", "orders", "order_items"), stage.remotes());

        List<String> asked = stage.machine("postgres").asked().subList(before, stage.machine("postgres").asked().size());
        assertThat(asked).singleElement().asString().contains("FROM orders WHERE id <= 20000")
                .contains("FROM users WHERE id <= 20000").contains("FROM order_items WHERE order_id BETWEEN");
    }

    @Test
    void refusesATableThatTheBaselineLacks() {
        assertThatThrownBy(() -> stage.capture().rowsChanged(List.of("carts"), stage.remotes()))
                .hasMessage("the baseline has no table carts");
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
        stage.postgres.refuse("users", "the database system is starting up");

        assertThatThrownBy(stage::capture).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the database system is starting up");
    }
}
