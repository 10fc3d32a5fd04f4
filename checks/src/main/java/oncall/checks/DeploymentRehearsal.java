package oncall.checks;

import java.time.Duration;
import java.util.List;
import oncall.remote.Remote;

/**
 * What shop-deploy would do to the directories of customers' files: the player's own script, run from end to end on a
 * copy of what it installs into, with a compiler and a service manager that do nothing. Nobody's service is
 * restarted, and nothing is left behind. Where shop-deploy is not what the sources have for it any more, theirs is
 * rehearsed as well: it is what the next one who installs it gets.
 *
 * @param failure its last words, if it failed; else empty
 * @param refused directories which the shop's user cannot write to afterwards
 * @param open directories which everybody can write to afterwards
 */
record DeploymentRehearsal(String failure, List<String> refused, List<String> open) {

    private static final Duration LIMIT = Duration.ofSeconds(300);

    static final String REFUSED = """
            for name in incoming uploads; do
                runuser -u shop -- test -w "%1$s/$name" -a -x "%1$s/$name" || echo "refused $name"
            done
            """;

    static final String SCRIPT = """
            set -u
            work=$(mktemp -d) || exit 1
            trap 'rm -rf "$work"' EXIT
            chmod 755 "$work"
            mkdir "$work/stubs"
            for program in javac systemctl; do
                printf '#!/bin/sh\\nexit 0\\n' > "$work/stubs/$program"
                chmod 755 "$work/stubs/$program"
            done
            PATH=$work/stubs:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

            rehearse() {
                stage=$work/$1
                mkdir -m 755 "$stage" "$stage/home"
                ln -s /opt/shop/lib "$stage/home/lib"
                install -d -o shop -g shop "$stage/data" "$stage/data/incoming" "$stage/data/uploads"
                if ! SHOP_HOME=$stage/home SHOP_DATA=$stage/data SHOP_READY_SECONDS=45 "$2" > "$work/log" 2>&1; then
                    echo "failed $(tail -n 1 "$work/log")"
                fi
                find "$stage/data" -maxdepth 1 -type d -perm -o=w -printf 'open %f\\n'
            """ + REFUSED.formatted("$stage/data") + """
            }
            rehearse installed shop-deploy
            # The way that the sources know has to do no harm; whether it succeeds does not matter where nobody takes it.
            sources=/srv/shop/bin/deploy
            if [ -x "$sources" ] && ! cmp -s "$(command -v shop-deploy)" "$sources"; then
                rehearse sources "$sources" | sed '/^failed /d'
            fi
            """;

    static DeploymentRehearsal on(Remote machine) {
        List<String> lines = machine.sudo(SCRIPT, LIMIT).orThrow().out().lines().toList();
        return new DeploymentRehearsal(String.join(" ", after("failed ", lines)), after("refused ", lines), after("open ", lines));
    }

    /** Those of the directories below this one to which the shop's user cannot write now. */
    static List<String> refusedIn(Remote machine, String data) {
        return after("refused ", machine.sudoOutput(REFUSED.formatted(data)).lines().toList());
    }

    static List<String> after(String word, List<String> lines) {
        return lines.stream().filter(line -> line.startsWith(word)).map(line -> line.substring(word.length())).toList();
    }
}
