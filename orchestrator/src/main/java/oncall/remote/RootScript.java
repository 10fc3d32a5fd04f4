package oncall.remote;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Scripts and files that travel over standard input to a fixed command line as root. So the guest's
 * sudo log shows the same line every time, and nothing of what was run, with which seed, or looked at.
 */
final class RootScript {

    private static final String END = "#end-of-script";

    /** Takes the script in whole before the first line of it runs; 74 is EX_IOERR. */
    static final String RUN = "sudo -n bash -c 's=$(cat); case $s in *\"" + END + "\") exec </dev/null; eval \"$s\";; "
            + "*) echo \"the script did not arrive whole\" >&2; exit 74;; esac'";

    /** Reads path, mode and size as lines, then the content. */
    static final String RECEIVE = "sudo -n bash -c 'set -e; IFS= read -r p; IFS= read -r m; IFS= read -r n; umask 077; "
            + "t=$(mktemp \"$(dirname \"$p\")/.XXXXXXXX\"); trap \"rm -f \\\"\\$t\\\"\" EXIT; cat >\"$t\"; "
            + "[ \"$(stat -c %s \"$t\")\" = \"$n\" ] || { echo \"the file did not arrive whole\" >&2; exit 74; }; "
            + "chmod \"$m\" \"$t\"; mv -fT \"$t\" \"$p\"'";

    private RootScript() {}

    static byte[] input(String script, Map<String, String> environment) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(environment).forEach((name, value) -> {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException("not a name of an environment variable: " + name);
            }
            text.append("export ").append(name).append('=').append(quote(value)).append('\n');
        });
        return text.append(script).append('\n').append(END).append('\n').toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] input(byte[] content, String path, String mode) {
        if (!path.startsWith("/") || path.contains("\n")) {
            throw new IllegalArgumentException("not an absolute path: " + path);
        }
        if (!mode.matches("[0-7]{3,4}")) {
            throw new IllegalArgumentException("not an octal mode: " + mode);
        }
        byte[] head = (path + "\n" + mode + "\n" + content.length + "\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }

    static String quote(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
