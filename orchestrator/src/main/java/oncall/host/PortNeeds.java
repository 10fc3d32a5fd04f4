package oncall.host;

import static oncall.host.Need.missing;
import static oncall.host.Need.ok;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import oncall.process.Program;
import oncall.process.Programs;

/** The lab's ports on 127.0.0.1 are free, or its own VMs hold them. */
final class PortNeeds implements Examination {
    private final List<PortUse> uses;
    private final HostFacts facts;
    private final Programs programs;

    PortNeeds(List<PortUse> uses, HostFacts facts, Programs programs) {
        this.uses = uses;
        this.facts = facts;
        this.programs = programs;
    }

    @Override public List<Need> examine() {
        List<PortUse> taken = uses.stream().filter(use -> !free(use.port())).toList();
        Set<String> running = taken.isEmpty() ? Set.of() : runningDomains();
        List<PortUse> foreign = taken.stream().filter(use -> !running.contains(use.domain())).toList();
        String needed = "free on 127.0.0.1";
        if (foreign.isEmpty()) {
            return List.of(ok("ports", needed, numbers(uses) + (taken.isEmpty() ? " are free" : " are free or the lab's own")));
        }
        List<Need> needs = new ArrayList<>();
        for (PortUse use : foreign) {
            String who = facts.listener(use.port()).orElse("another process");
            needs.add(missing("port " + use.port(), needed, "taken by " + who,
                "stop " + who + " (it is needed for " + use.purpose() + "); see: sudo ss -ltnp 'sport = :" + use.port() + "'"));
        }
        return needs;
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private Set<String> runningDomains() {
        return programs.run(Program.of("virsh", "-c", "qemu:///system", "list", "--name")).out().lines()
            .map(String::strip).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }

    /** "2301-2305, 8080" */
    private static String numbers(List<PortUse> uses) {
        TreeMap<Integer, Integer> runs = new TreeMap<>();
        uses.stream().map(PortUse::port).sorted().forEach(port -> {
            var last = runs.lastEntry();
            if (last != null && last.getValue() == port - 1) runs.put(last.getKey(), port);
            else runs.put(port, port);
        });
        return runs.entrySet().stream().map(run -> run.getKey().equals(run.getValue()) ? "" + run.getKey() : run.getKey() + "-" + run.getValue())
            .collect(Collectors.joining(", "));
    }
}
