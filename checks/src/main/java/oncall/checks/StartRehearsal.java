package oncall.checks;

import java.util.List;
import oncall.remote.Remote;

/**
 * What a start of the app node or of a back end would do to the directories of customers' files. It is done to copies of
 * them, in a mount namespace of its own, in which they lie where the real ones do; nobody else sees them, and they vanish
 * with it. What looks after the rights now and then, or after the start, does not come to their help.
 *
 * <p>Done is what the system does at boot (tmpfiles.d), and what the level's own script does where a back end's start or
 * a crontab still names it, as the account that it is named for.
 *
 * @param refused directories which the shop's user cannot write to afterwards, whether or not it can now
 * @param open directories which everybody can write to afterwards
 */
record StartRehearsal(List<String> refused, List<String> open) {

    /** Prints the accounts as which the script is run. A name that cron does not read, such as one with a dot, counts for nothing. */
    private static final String ACCOUNTS = """
            named="$tool([^A-Za-z0-9._-]|\\$)"
            accounts() {
                for unit in shop-api@8081 shop-api@8082; do
                    systemctl show -p ExecStartPreEx "$unit" | grep -E "$named" | while read -r line; do
                        case $line in
                            *flags=*privileged* | *flags=*no-setuid*) echo root ;;
                            *) user=$(systemctl show --value -p User "$unit"); echo "${user:-root}" ;;
                        esac
                    done
                done
                for table in /etc/crontab /etc/cron.d/*; do
                    case ${table##*/} in *[!A-Za-z0-9_-]*) continue ;; esac
                    grep -hE "$named" "$table" | awk '!/^[ \\t]*#/ { print $1 ~ /^@/ ? $2 : $6 }'
                done
                for table in /var/spool/cron/crontabs/*; do
                    grep -hE "$named" "$table" | grep -qv '^[[:space:]]*#' && echo "${table##*/}"
                done
            }
            """;

    static final String SCRIPT = """
            stage=$(mktemp -d) || exit 1
            trap 'rm -rf "$stage"' EXIT
            unshare -m bash -s -- "$stage" <<'PRIVATE'
            data=/var/lib/shop tool=/usr/local/lib/shop/secure-data stage=$1
            """ + ACCOUNTS + """
            refused() {
            """ + DeploymentRehearsal.REFUSED.formatted("$data") + """
            }
            accounts=$(accounts 2>/dev/null | sort -u)
            mkdir "$stage/data" "$stage/stubs"
            printf '#!/bin/sh\\nexit 0\\n' > "$stage/stubs/systemctl"
            chmod 755 "$stage" "$stage/stubs" "$stage/stubs/systemctl"
            # Without their content, with all that says who may do what; a link would lead back to the real ones.
            tar -C "$data" -h --no-recursion --acls -cf - . incoming uploads 2>/dev/null | tar -C "$stage/data" --acls -xpf -
            # What is refused now may still be to be mended: here it is about what a start does.
            refused | while read -r _ name; do install -d -o shop -g shop -m 0755 "$stage/data" "$stage/data/$name"; done
            # Nothing may be done to the real ones.
            mount --bind "$stage/data" "$data" && [ "$data/." -ef "$stage/data/." ] || exit 1
            systemd-tmpfiles --create --remove --boot --prefix="$data" > /dev/null 2>&1 < /dev/null
            for account in $accounts; do
                PATH=$stage/stubs:$PATH runuser -u "$account" -- "$tool" > /dev/null 2>&1 < /dev/null
            done
            refused
            find "$data/" -maxdepth 1 -type d -perm -o=w -printf 'open %f\\n'
            true
            PRIVATE
            """;

    static StartRehearsal on(Remote machine) {
        List<String> lines = machine.sudoOutput(SCRIPT).lines().toList();
        return new StartRehearsal(DeploymentRehearsal.after("refused ", lines), DeploymentRehearsal.after("open ", lines));
    }
}
