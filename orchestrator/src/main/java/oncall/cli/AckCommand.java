package oncall.cli;

import oncall.pager.Page;
import oncall.pager.Pager;
import oncall.session.LabSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ack", description = "Takes a page on: others need not. The time is kept with the incident.")
final class AckCommand extends LabCommand {
    @Mixin private PageChoice choice;

    @Override int run(LabSession session) {
        Pager pager = session.pager();
        Page page = choice.in(pager);
        pager.acknowledge(page);
        System.out.println(PagerText.line(choice.in(pager)));
        return ExitCodes.OK;
    }
}
