package oncall.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import oncall.level.Level;
import oncall.session.Ticket;
import org.apache.commons.text.WordUtils;

/** The ticket as the player gets it: the problem and how to get at things; nothing that tells the cause. */
final class TicketText {
    private static final int WIDTH = 100;

    private TicketText() { }

    static void print(Ticket ticket, boolean json) {
        if (json) Json.print(fields(ticket));
        else System.out.print(text(ticket));
    }

    private static Map<String, Object> fields(Ticket ticket) {
        Level level = ticket.level();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("level", level.id());
        fields.put("seed", ticket.seed().number());
        fields.put("title", level.title());
        fields.put("severity", level.severity());
        fields.put("difficulty", level.difficulty());
        fields.put("impact", level.impact());
        fields.put("ticket", level.ticket());
        fields.put("shop", url(ticket, "shop.localhost"));
        fields.put("api", url(ticket, "api.localhost"));
        fields.put("machines", ticket.machines());
        fields.put("report", ticket.report().toString());
        fields.put("again", ticket.again());
        fields.put("pages", ticket.pages());
        fields.put("from", ticket.from() == null ? null : ticket.from().toString());
        return fields;
    }

    static String text(Ticket ticket) {
        Level level = ticket.level();
        StringBuilder out = new StringBuilder("\n");
        if (ticket.again()) out.append("This incident is in play already; here is its ticket again. (./lab reset starts it over.)\n\n");
        out.append(Terminal.bold(level.severity() + "  " + level.title())).append("\n\n");
        out.append(level.ticket().strip().indent(2)).append('\n');
        out.append(WordUtils.wrap("Impact: " + level.impact().strip().replaceAll("\\s+", " "), WIDTH)).append("\n\n");
        out.append(PagerText.summary(ticket.pages()));
        out.append("The shop       ").append(url(ticket, "shop.localhost")).append("   (API: ").append(url(ticket, "api.localhost")).append(")\n");
        out.append("Dashboards     http://localhost:9090/user/\n");
        out.append("Monitoring     http://localhost:9090 (Prometheus), http://localhost:9093 (Alertmanager)\n");
        out.append("The VMs        ./lab ssh <vm>, with sudo; <vm>: ").append(String.join(", ", ticket.machines())).append('\n');
        out.append("The code       /srv/shop on app; configuration /etc/shop, logs /var/log/shop and journalctl; roll out with: shop-deploy\n");
        out.append("Your report    ").append(relative(ticket.report())).append("   (write it while you work)\n\n");
        out.append("Done? ./lab verify      Start over: ./lab reset      Stop: ./lab down\n");
        out.append("Level ").append(level.id()).append(", seed ").append(ticket.seed().number()).append("   (others play the same incident with: ")
            .append(same(ticket)).append(")\n");
        return out.toString();
    }

    private static String same(Ticket ticket) {
        return "./lab up " + ticket.level().id() + " --seed " + ticket.seed().number() + (ticket.from() == null ? "" : " --levels " + ticket.from());
    }

    private static String url(Ticket ticket, String name) { return "http://" + name + ":" + ticket.edge().getPort(); }

    private static Path relative(Path report) {
        Path here = Path.of("").toAbsolutePath();
        return report.startsWith(here) ? here.relativize(report) : report;
    }
}
