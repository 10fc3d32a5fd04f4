package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import oncall.grade.TestLab;
import org.junit.jupiter.api.Test;

class OutageOrdersTest {

    @Test
    void eachFulfilledOnceIsWell() {
        assertThat(counted("0", "0", "0", "12", "0", "0", "0").problem(12)).isEmpty();
    }

    @Test
    void eachThingThatCanGoWrongIsTold() {
        assertThat(counted("7", "0", "0", "12", "0", "0", "0").problem(12)).hasValue("7 customers who ordered during the outage still wait");
        assertThat(counted("0", "7", "0", "12", "0", "0", "0").problem(12)).hasValueSatisfying(told -> assertThat(told).contains("no record"));
        assertThat(counted("0", "0", "7", "12", "0", "0", "0").problem(12)).hasValueSatisfying(told -> assertThat(told)
                .startsWith("8 orders").contains("same moment"));
        assertThat(counted("0", "0", "0", "12", "1", "0", "2").problem(12)).hasValueSatisfying(told -> assertThat(told)
                .startsWith("3 of the orders").contains("gone or called off"));
        assertThat(counted("0", "0", "0", "12", "0", "2", "0").problem(12)).hasValueSatisfying(told -> assertThat(told)
                .startsWith("2 customers").contains("more than one order"));
    }

    @Test
    void countsWhatIsNewerThanTheHealthyStageAndTheFirmsOwn() {
        TestLab lab = new TestLab("postgres");
        lab.machine("postgres").on("psql", "3\u001f0\u001f0\u001f12\u001f0\u001f0\u001f0\n");

        assertThatThrownBy(() -> OutageOrders.assertEachFulfilledOnce(lab.lab("x"), "hollis-pine"))
                .isInstanceOf(AssertionError.class).hasMessageStartingWith("3 customers");
        assertThat(lab.machine("postgres").asked().get(0)).contains("o.id > 0", "LIKE '%@hollis-pine.example'");
    }

    @Test
    void ordersOfPeopleWhoAreGoneThemselvesAreGoneToo() {
        assertThat(counted("0", "0", "0", "9", "1", "0", "0").problem(12)).hasValueSatisfying(told -> assertThat(told)
                .startsWith("4 of the orders").contains("gone or called off"));
        assertThat(counted("0", "0", "0", "0", "0", "0", "0").problem(0)).as("before there was an outage").isEmpty();
    }

    private static OutageOrders counted(String... numbers) {
        return OutageOrders.parse(List.of(numbers));
    }
}
