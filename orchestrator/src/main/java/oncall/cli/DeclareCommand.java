package oncall.cli;

import oncall.level.Severity;
import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "declare", description = "Says how bad something is for the business. The time is kept with the incident; what is said last counts.",
    footer = {"", "SEV1  customers cannot buy, or get nothing for their money, or data is lost: everybody drops what they do", "SEV2  something that many customers need fails, and there is no way around it",
        "SEV3  somebody is hindered or slowed down, or there is a way around it", "SEV4  nobody is kept from anything; it waits until there is time"})
final class DeclareCommand extends LabCommand {
    @Mixin private PageChoice choice;

    @Parameters(index = "1", paramLabel = "SEVERITY", description = "${COMPLETION-CANDIDATES}")
    private Severity severity;

    @Override int run(LabSession session) {
        Pager pager = session.pager();
        Page page = choice.in(pager);
        pager.declare(page, severity.name());
        pager.find(Integer.toString(page.number())).map(PagerText::line).ifPresent(System.out::println);
        return ExitCodes.OK;
    }
}
