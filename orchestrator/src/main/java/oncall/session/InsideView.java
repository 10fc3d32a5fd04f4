package oncall.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import oncall.remote.Remote;
import oncall.remote.RemoteUnreachable;
import oncall.vm.Together;

/** What the VMs say of themselves, kept for whoever has to find out why they did not become healthy. */
final class InsideView {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String LOOK = "uptime; free -m; df -h; systemctl list-units --plain --no-legend --no-pager --state=failed,activating,auto-restart; "
        + "journalctl -b --no-pager -o short-precise -p notice -n 150; for log in /var/log/shop/*.log; do [ -f \"$log\" ] && echo \"== $log\" && tail -n 40 \"$log\"; done; true";

    private InsideView() { }

    /** Asks all that answer. */
    static void write(List<Remote> machines, Path file) {
        List<String> views = Together.map(machines, InsideView::of);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", views));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String of(Remote remote) {
        try {
            return "===== " + remote.machine() + "\n" + remote.sudo(LOOK, LIMIT).out();
        } catch (RemoteUnreachable e) {
            return "===== " + remote.machine() + "\n" + e.getMessage() + "\n";
        }
    }
}
