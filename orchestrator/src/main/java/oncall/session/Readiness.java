package oncall.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import oncall.health.HttpProbe;
import oncall.health.HttpReading;
import oncall.pager.MonitoringSilent;
import oncall.remote.CommandResult;
import oncall.remote.Remote;
import oncall.vm.Together;

/** What the stage has to show before it counts as up. Each method waits, and returns what is missing at the end. */
final class Readiness {
    private static final Set<String> INSTANCES = Set.of("8081", "8082");
    private static final int ASKED_PER_ROUND = 4;
    private static final int ORDERS_UNDER_WAY = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final LabContext context;

    Readiness(LabContext context) { this.context = context; }

    String ssh(Duration limit) {
        return joined(Together.map(context.machines().all(), remote -> Await.until(limit, () -> {
            CommandResult result = remote.run("true");
            return result.ok() ? "" : remote.machine() + " answers SSH with exit code " + result.exit();
        })));
    }

    /** Every VM answers SSH, and its clock is right from its first answer on. */
    String clocks(Duration limit) {
        return joined(Together.map(context.machines().all(), remote -> Await.until(limit, () -> {
            Clock.step(remote);
            return "";
        })));
    }

    /** systemd has started what there is to start, and nothing failed. */
    String services(Duration limit) {
        return joined(Together.map(context.machines().all(), remote -> Await.until(limit, () -> failedUnits(remote))));
    }

    /** systemd on these machines has done what it does at boot, well or not. */
    String booted(Duration limit, Remote remote) {
        return Await.until(limit, () -> {
            // systemd says when: a machine that is asked again and again while it boots has less time to do so.
            String state = remote.run("timeout 20 systemctl is-system-running --wait >/dev/null; systemctl is-system-running").out().strip();
            return Set.of("running", "degraded").contains(state) ? "" : remote.machine() + " is still " + state;
        });
    }

    /** Customers are served, by both instances. */
    String shop(Duration limit) {
        HttpProbe probe = context.shop();
        return Await.until(limit, () -> {
            HttpReading front = probe.get(HttpProbe.SHOP, "/");
            if (front.status() != 200) return "the shop's front page gives " + front.summary();
            Set<String> ready = new TreeSet<>();
            HttpReading last = front;
            for (int i = 0; i < ASKED_PER_ROUND; i++) {
                last = probe.get(HttpProbe.API, "/health/ready");
                if (last.status() == 200) ready.add(last.header("X-Shop-Instance").orElse("?"));
            }
            return ready.equals(INSTANCES) ? "" : "instances ready behind the edge: " + ready + ", wanted " + new TreeSet<>(INSTANCES)
                + (last.status() == 200 ? "" : " (the back end gives " + last.summary() + ")");
        });
    }

    /** The worker keeps up with the stream. */
    String worker(Duration limit) {
        return Await.until(limit, () -> {
            String lag = context.machines().apply("ops").run("valkey-cli XINFO GROUPS orders | sed -n '/^lag$/{n;p}'").out().strip();
            if (!lag.matches("\\d+")) return "nobody consumes the stream of orders";
            return Integer.parseInt(lag) <= ORDERS_UNDER_WAY ? "" : "the worker is " + lag + " orders behind";
        });
    }

    /** Prometheus reaches all that it watches. */
    String monitoring(Duration limit) {
        return Await.until(limit, () -> {
            HttpReading reading = context.prometheus().get("127.0.0.1", "/api/v1/targets?state=active");
            if (reading.status() != 200) return "Prometheus gives " + reading.summary();
            JsonNode targets = reading.json().path("data").path("activeTargets");
            if (targets.isEmpty()) return "Prometheus watches nothing";
            Set<String> down = new TreeSet<>();
            targets.forEach(target -> {
                if (!target.path("health").asText().equals("up")) down.add(target.path("scrapeUrl").asText());
            });
            return down.isEmpty() ? "" : "Prometheus does not reach " + String.join(", ", down);
        });
    }

    /** No alert fires or is about to; what failed while the machines booted is over and forgotten. */
    String quiet(Duration limit) {
        return Await.until(limit, BETWEEN_LOOKS, () -> {
            try {
                Set<String> active = context.prometheusApi().active();
                return active.isEmpty() ? "" : String.join(", ", active) + " fires or is about to";
            } catch (MonitoringSilent e) {
                return e.getMessage();
            }
        });
    }

    private static String failedUnits(Remote remote) {
        String state = remote.run("systemctl is-system-running").out().strip();
        if (state.equals("running")) return "";
        String failed = remote.run("systemctl list-units --state=failed,activating --plain --no-legend --no-pager | cut -d' ' -f1").out()
            .lines().collect(Collectors.joining(", "));
        return remote.machine() + " is " + state + (failed.isEmpty() ? "" : " (" + failed + ")");
    }

    private static String joined(List<String> missing) {
        return missing.stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }
}
