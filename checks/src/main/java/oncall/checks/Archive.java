package oncall.checks;

import java.time.Duration;
import oncall.remote.Remote;

/** Reading archives of database dumps, whatever packed them. */
final class Archive {

    /** Where archives are, on whatever machine: what the ticket says. */
    static final String STORE = "/var/backups/shop";

    private static final Duration LIMIT = Duration.ofSeconds(90);

    /** A function of bash: writes what is inside a file to another one, with up to three wrappings taken off. */
    static final String FUNCTION = """
            unpack() {
                local from=$1 to=$2 next
                cp "$from" "$to"
                for _ in 1 2 3; do
                    case $(head -c 6 "$to" | od -An -tx1 | tr -d ' \\n') in
                        1f8b*) next=(gzip -dc) ;;
                        28b52ffd*) next=(zstd -dcq) ;;
                        fd377a585a00) next=(xz -dc) ;;
                        425a68*) next=(bzip2 -dc) ;;
                        504b*) mv "$to" "$to.zip"; to+=.zip next=(unzip -p) ;;
                        50474d*|5047444d50*) next=(pg_restore -f -) ;;
                        *) break ;;
                    esac
                    "${next[@]}" "$to" > "$2.next" 2>/dev/null || return 1
                    mv "$2.next" "$2"
                    [ "$to" = "$2" ] || { rm -f "$to"; to=$2; }
                done
            }
            """;

    private static final String COUNT = """
            work=$(mktemp -d /var/tmp/.check-XXXXXXXX)
            trap 'rm -rf "$work"' EXIT
            readable=0
            for file in %s/%s/*; do
                [ -s "$file" ] && unpack "$file" "$work/one" && grep -qa '@customer\\.example' "$work/one" || continue
                readable=$((readable + 1))
            done
            echo "$readable"
            """;

    private Archive() {}

    /** How many archives in a folder of the store can be read and hold customers. */
    static int readable(Remote machine, String folder) {
        return Integer.parseInt(machine.sudo(FUNCTION + COUNT.formatted(STORE, folder), LIMIT).orThrow().out().strip());
    }
}
