package oncall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import oncall.session.ContractPhase;
import oncall.session.ContractReport;
import oncall.session.ContractVariant;
import org.junit.jupiter.api.Test;

class ContractCommandTest {
    private static String text(List<String> only) { return text(only, 0, 0); }

    private static String text(List<String> only, int takenOver, int vouched) {
        return ContractCommand.text(new ContractReport(1, 3, only, takenOver, vouched, List.of(new ContractVariant("disk-full", 1, 42, Map.of("path", "/var"))),
            List.of(new ContractPhase("disk-full", 42, 1, "healthy", "green", "green", 9, ""))), " Seed: 3.");
    }

    @Test void theWholeSaysWhichLevelsKeepTheContractAndWhichVariantsWereTried() {
        assertThat(text(List.of())).contains("Levels that keep the contract: 1 of 1", "Seed: 3.", "disk-full, round 1: seed 42 {path=/var}").doesNotContain("part");
    }

    @Test void whatIsTakenOverIsCountedByHowItIsKnown() {
        assertThat(text(List.of(), 3, 1)).contains("with nothing changed since: 2 of 1", "another judge, which --alike vouches for: 1 of 1");
        assertThat(text(List.of(), 2, 0)).contains("with nothing changed since: 2 of 1").doesNotContain("alike");
        assertThat(text(List.of(), 1, 1)).doesNotContain("nothing changed");
    }

    @Test void aPartNeverLooksLikeTheWhole() {
        assertThat(text(List.of("idle", "right fix"))).contains("Levels as they should be in this part: 1 of 1", "This was a part of the contract",
            "'idle' or 'right fix'", "not the whole").doesNotContain("keep the contract");
    }
}
