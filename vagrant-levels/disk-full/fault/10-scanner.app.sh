#!/usr/bin/env bash
# Installs a side tool of the shop whose trace log lives on the customers' volume, and lets that log fill it.
# SEED_TOOL: its name; SEED_ROTATION: why nothing keeps the log small; SEED_VARIANT: log (a plain file) or
# deleted (the name is gone, the writer still holds it open).
set -euo pipefail
tool=$SEED_TOOL volume=/var/lib/shop
program=/usr/local/lib/shop-tools/$tool config=/etc/shop/$tool.conf unit=$tool.service
logs=$volume/$tool log=$volume/$tool/$tool.log
mountpoint -q "$volume"

install -d -m 755 /usr/local/lib/shop-tools
install -d -m 755 -o shop -g shop "$logs"

cat > "$program" <<'PERL'
#!/usr/bin/perl
# Looks through customers' uploads and compares what their first bytes say with their declared type.
# Usage: @TOOL@ CONFIG     SIGHUP: read the configuration again and reopen the log.
use strict;
use warnings;
use POSIX qw(strftime);

my $file = shift or die "usage: $0 CONFIG\n";
my (%conf, $log, $complained);
my $again = 1;
$SIG{HUP} = sub { $again = 1 };
$SIG{TERM} = sub { exit 0 };

sub configure {
    %conf = ('log.level' => 'info', 'scan.interval-seconds' => 900, 'scan.kib-per-second' => 96);
    open my $in, '<', $file or die "$file: $!\n";
    while (<$in>) { $conf{$1} = $2 if /^\s*([\w.-]+)\s*=\s*(.*?)\s*$/ }
    open $log, '>>', $conf{'log.file'} or die "$conf{'log.file'}: $!\n";
    $again = 0;
}

sub note {
    my ($level, $text) = @_;
    my $line = strftime('%Y-%m-%dT%H:%M:%SZ', gmtime) . " $level $text\n";
    return $complained = 0 if defined syswrite $log, $line;
    # A full disk must not end the scan, and one message is enough for the journal.
    warn "$conf{'log.file'}: $!\n" unless $complained++;
}

# Waits so that reading stays below the configured rate.
sub pace { select undef, undef, undef, $_[0] / ($conf{'scan.kib-per-second'} * 1024) }

sub kind {
    my ($head) = @_;
    return $head =~ /^%PDF/ ? 'pdf' : $head =~ /^\x89PNG/ ? 'png' : $head =~ /^\xff\xd8/ ? 'jpeg' : 'other';
}

sub scan {
    my ($path) = @_;
    open my $in, '<:raw', $path or return note('INFO', "skipped $path: $!");
    my ($block, $number, $kind) = ('', 0, undef);
    while (my $read = sysread $in, $block, 16384) {
        $kind //= kind($block);
        note('TRACE', "file=$path block=$number length=$read data=" . unpack 'H*', $block)
            if $conf{'log.level'} eq 'trace';
        $number++;
        pace($read);
        return if $again;
    }
    note('DEBUG', "file=$path kind=$kind blocks=$number") if $conf{'log.level'} =~ /^(?:trace|debug)$/ && $kind;
}

while (1) {
    configure() if $again;
    my @files = glob "$conf{'scan.directory'}/*";
    my $from = time;
    for my $path (@files) { scan($path) if -f $path; last if $again }
    next if $again;
    note('INFO', sprintf 'pass over %d files took %d s', scalar @files, time - $from);
    select undef, undef, undef, $conf{'log.level'} eq 'trace' ? 1 : $conf{'scan.interval-seconds'};
}
PERL
sed -i "s/@TOOL@/$tool/" "$program"
chmod 755 "$program"

cat > "$config" <<CONF
# $tool: compares the content of customers' uploads with their declared type.
scan.directory = $volume/uploads
scan.interval-seconds = 900
scan.kib-per-second = 128
log.file = $log
# info | debug | trace (with the data of every block: for finding misread files, see ticket 4127)
log.level = trace
CONF

cat > "/etc/systemd/system/$unit" <<UNIT
[Unit]
Description=Content check of customers' uploads ($tool)
RequiresMountsFor=$volume
After=network.target

[Service]
User=shop
Group=shop
ExecStart=$program $config
ExecReload=/bin/kill -HUP \$MAINPID
Restart=always
RestartSec=5
Nice=5

[Install]
WantedBy=multi-user.target
UNIT

case $SEED_ROTATION in
    none) ;;
    stale-path) cat > "/etc/logrotate.d/$tool" <<ROTATE
# The log moved to the data volume with release 2.3.
/var/log/shop/$tool.log {
    daily
    maxsize 20M
    rotate 3
    compress
    missingok
    notifempty
    su shop shop
    postrotate
        systemctl kill -s HUP $unit
    endscript
}
ROTATE
        ;;
    too-rare) cat > "/etc/logrotate.d/$tool" <<ROTATE
$log {
    yearly
    rotate 5
    missingok
    notifempty
    su shop shop
    postrotate
        systemctl kill -s HUP $unit
    endscript
}
ROTATE
        ;;
    *) echo "unknown rotation '$SEED_ROTATION'" >&2; exit 64 ;;
esac

# It has been here for weeks.
touch -d '37 days ago' "$program" "$config" "/etc/systemd/system/$unit"
[ ! -e "/etc/logrotate.d/$tool" ] || touch -d '37 days ago' "/etc/logrotate.d/$tool"

systemctl daemon-reload
systemctl enable --quiet "$unit"
