package oncall.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files and folders whose owner and mode a mend has no reason to change. */
final class WatchedFiles {

    private static final List<String> EVERYWHERE = List.of(
            "/", "/etc", "/etc/passwd", "/etc/group", "/etc/shadow", "/etc/sudoers", "/etc/hosts", "/etc/resolv.conf",
            "/etc/ssh/sshd_config", "/etc/systemd/system", "/tmp", "/var/log", "/var/tmp");

    private static final Map<String, List<String>> BY_MACHINE = Map.of(
            "proxy", List.of("/etc/nginx", "/etc/nginx/nginx.conf", "/etc/nginx/conf.d", "/etc/nginx/sites-available/*",
                    "/etc/haproxy", "/etc/haproxy/haproxy.cfg", "/var/www/shop", "/var/log/nginx"),
            "app", List.of("/etc/shop", "/etc/shop/*", "/srv/shop", "/opt/shop", "/opt/shop/releases", "/opt/shop/lib",
                    "/var/log/shop", "/var/lib/shop", "/var/lib/shop/incoming", "/var/lib/shop/uploads"),
            "mysql", List.of("/etc/mysql", "/etc/mysql/mysql.conf.d/*", "/var/lib/mysql", "/var/lib/mysql/billing"),
            "postgres", List.of("/etc/postgresql/17/main", "/etc/postgresql/17/main/*.conf", "/var/lib/postgresql",
                    "/var/lib/postgresql/17/main"),
            "ops", List.of("/etc/bind", "/etc/bind/named.conf*", "/etc/bind/zones", "/etc/bind/zones/*",
                    "/etc/valkey", "/etc/valkey/valkey.conf", "/etc/prometheus", "/etc/prometheus/*.yml",
                    "/etc/shop", "/etc/shop/*"));

    private WatchedFiles() {}

    static List<String> on(String machine) {
        List<String> paths = new ArrayList<>(EVERYWHERE);
        paths.addAll(BY_MACHINE.getOrDefault(machine, List.of()));
        return paths;
    }
}
