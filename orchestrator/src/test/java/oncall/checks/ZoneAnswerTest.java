package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import oncall.grade.TestLab;
import org.junit.jupiter.api.Test;

class ZoneAnswerTest {

    private static final String ANSWER = """
            shop.internal.\t\t30\tIN\tSOA\tops.shop.internal. hostmaster.shop.internal. 2026030202 300 60 86400 30
            proxy.shop.internal.\t30\tIN\tA\t10.77.0.10
            mysql.shop.internal.\t30\tIN\tCNAME\tdb1.shop.internal.
            db1.shop.internal.\t30\tIN\tA\t10.77.0.12
            app.shop.internal.\t30\tIN\tA\t10.77.0.11
            app.shop.internal.\t30\tIN\tA\t10.77.0.21
            a.shop.internal.\t30\tIN\tCNAME\ta.shop.internal.
            """;

    @Test
    void whatAnAccountHasSetForTheToolChangesNoAnswer() {
        TestLab stage = new TestLab("app", "ops");
        stage.machine("app").on("^dig -r ", ANSWER).on("^dig (?!-r )", "shop.internal. has SOA record\n");

        assertThat(ZoneAnswer.ask(stage.lab("wrong-dns-record")).serial()).hasValue(2026030202L);
    }

    @Test
    void followsAliasesAndKnowsAllAddresses() {
        ZoneAnswer answer = ZoneAnswer.parse(ANSWER);

        assertThat(answer.addresses("proxy")).isEqualTo(List.of("10.77.0.10"));
        assertThat(answer.addresses("mysql")).isEqualTo(List.of("10.77.0.12"));
        assertThat(answer.addresses("app")).containsExactly("10.77.0.11", "10.77.0.21");
        assertThat(answer.addresses("postgres")).isEmpty();
        assertThat(answer.addresses("a")).isEmpty();
        assertThat(answer.serial()).hasValue(2026030202L);
    }

    @Test
    void aServerThatIsSilentSaysNothing() {
        ZoneAnswer answer = ZoneAnswer.parse(";; communications error to 10.77.0.14#53: connection refused\n;; no servers could be reached\n");

        assertThat(answer.serial()).isEmpty();
        assertThat(answer.addresses("proxy")).isEmpty();
    }

    @Test
    void comparesSerialsAsCopiesDo() {
        assertThat(ZoneAnswer.isNewer(2026030203L, 2026030202L)).isTrue();
        assertThat(ZoneAnswer.isNewer(2026030202L, 2026030202L)).isFalse();
        assertThat(ZoneAnswer.isNewer(2026030201L, 2026030202L)).isFalse();
        // Numbers go round: the first one after the largest is newer.
        assertThat(ZoneAnswer.isNewer(1L, 4294967295L)).isTrue();
    }
}
