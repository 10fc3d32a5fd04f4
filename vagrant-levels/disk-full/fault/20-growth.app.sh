#!/usr/bin/env bash
# Brings the log to the size that it would reach by itself within an hour, so that the volume is full now, and
# starts the tool on it.
set -euo pipefail
tool=$SEED_TOOL volume=/var/lib/shop log=/var/lib/shop/$SEED_TOOL/$SEED_TOOL.log

available() { echo $(( $(stat -f -c '%a*%S' "$volume") )); }
full() { [ "$(available)" -lt 262144 ]; }

# The tool's own lines about the uploads that are there, with times that end now: a reader who jumps anywhere
# in the file meets a real log. Argument: number of bytes to write.
lines() {
    perl - "$volume/uploads" "$1" <<'PERL'
use strict; use warnings; use POSIX qw(strftime);
my ($directory, $bytes) = @ARGV;
my (@tails, $round);
for my $path (grep { -f } glob "$directory/*") {
    open my $in, '<:raw', $path or next;
    for (my $number = 0; $number < 40 && (my $read = sysread $in, my $block, 16384); $number++) {
        push @tails, " TRACE file=$path block=$number length=$read data=" . unpack('H*', $block) . "\n";
        $round += 20 + length $tails[-1];
    }
    last if $round > 4 << 20;
}
die "no uploads in $directory\n" unless @tails;
my $at = time - $bytes / (256 << 10);
my $step = (time - $at) / ($bytes / $round * @tails);
for (my $written = 0; $written < $bytes; $written += $round) {
    print strftime('%Y-%m-%dT%H:%M:%SZ', gmtime($at += $step)), $_ for @tails;
}
PERL
}

# As the tool's user, for whom the volume is full before it is for root; past the page cache, which the node's
# services need more. The end of the space ends both sides of the pipe, hence no check of their exit status.
if ! full; then
    lines "$(( $(available) + (8 << 20) ))" 2>/dev/null |
        runuser -u shop -- dd of="$log" bs=4M iflag=fullblock oflag=direct status=none 2>/dev/null || true
    lines "$(( $(available) + (8 << 20) ))" 2>/dev/null |
        runuser -u shop -- sh -c 'cat >> "$1"' sh "$log" 2>/dev/null || true
fi
systemctl start "$tool.service"

# The state that the incident consists of, or a loud end.
holder=$(systemctl show -p MainPID --value "$tool.service")
for _ in $(seq 50); do
    held=$(find -L "/proc/$holder/fd" -type f -size +400M -print -quit 2>/dev/null || true)
    [ -n "$held" ] && break
    sleep 0.2
done
[ -n "$held" ] || { echo "$tool does not hold a large log open" >&2; exit 1; }
if [ "$SEED_VARIANT" = deleted ]; then rm -f "$log"; fi
full || { echo "the volume is not full: $(df -h "$volume" | tail -1)" >&2; exit 1; }
