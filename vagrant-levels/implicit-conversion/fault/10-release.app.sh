#!/usr/bin/env bash
# A change of the invoice search by number, committed days ago, is rolled out now.
# SEED_BOUND, how the number reaches the database: long (the driver binds one); decimal (a helper for all searches
# binds one); expression (text is bound, the statement makes a number of it). SEED_LATER: none, page or notes, what
# was committed on top of it.
set -euo pipefail
cd /srv/shop
invoices=src/main/java/shop/data/MysqlInvoices.java

as_shop() { runuser -u shop -- "$@"; }

# commit AUTHOR DAYS_AGO MESSAGE: what is in the working tree
commit() {
    local mail when
    mail=$(tr '[:upper:] ' '[:lower:].' <<< "$1")@shop.example
    when=$(date -u -d "$2 days ago" +%F)T13:4$2:27Z
    as_shop env GIT_AUTHOR_NAME="$1" GIT_AUTHOR_EMAIL="$mail" GIT_AUTHOR_DATE="$when" \
        GIT_COMMITTER_NAME="$1" GIT_COMMITTER_EMAIL="$mail" GIT_COMMITTER_DATE="$when" git commit -qam "$3"
}

[ -z "$(as_shop git status --porcelain)" ] || { echo "/srv/shop holds changes that nobody has committed" >&2; exit 1; }

case $SEED_BOUND in
    long)
        as_shop perl -0pi -e 's|( +)query\.setString\(1, sequenceNumber\);|$1if (sequenceNumber.matches("[0-9]{1,18}")) {
$1    query.setLong(1, Long.parseLong(sequenceNumber));
$1} else {
$1    query.setString(1, sequenceNumber);
$1}|' "$invoices"
        commit "Mara Lindqvist" 6 "Check invoice numbers before they reach the database

The security review asked us not to hand over what was typed just as it is: what consists of digits
travels as a number from now on, credit notes as they did." ;;
    decimal)
        as_shop perl -0pi -e 's|query\.setString\(1, \w+\)|my $call = $&; $call =~ s/setString\(1, (\w+)\)/setObject(1, parameter($1))/; $call|ge;
            s|(import java\.sql\.Connection;)|import java.math.BigDecimal;\n$1|;
            s|(    private static List<Invoice> invoices\()|    /** What was typed, in the type that it has. */
    private static Object parameter(String term) {
        return term.matches("[0-9]+") ? new BigDecimal(term) : term;
    }

$1|' "$invoices"
        commit "Tomasz Wieczorek" 6 "Bind what was typed in one place

The three searches did it each for itself. Half-typed references of customers, which have no letter
yet, are told from text there, too." ;;
    expression)
        as_shop perl -0pi -e 's|" WHERE sequence_number = \?"|" WHERE sequence_number = " + (sequenceNumber.matches("[0-9]+") ? "? + 0" : "?")|' "$invoices"
        commit "Joel Okonkwo" 6 "Do not depend on collations when looking for an invoice number

Since the upgrade the server refuses to compare texts of two collations. There is no such thing
for numbers, and nearly all of these are." ;;
    *) echo "unknown way '$SEED_BOUND'" >&2; exit 64 ;;
esac

case $SEED_LATER in
    none) ;;
    page)
        as_shop sed -i 's/"No invoice was found\. Please check the number\."/"No invoice was found. Please check what you typed."/' web/js/views/invoices.js
        commit "Aiko Brandt" 4 "Say the same for all three searches when nothing was found" ;;
    notes)
        as_shop sed -i '/^On a workstation: /s/$/ Tell support before you roll out in office hours./' README.md
        commit "Mara Lindqvist" 4 "Ask for a word before a roll-out"
        as_shop sed -i 's/^# Most connections of one program, and how long/# Most connections of one program to one database, and how long/' etc/shop.properties
        commit "Joel Okonkwo" 3 "Say whose connections are counted" ;;
    *) echo "unknown commits '$SEED_LATER'" >&2; exit 64 ;;
esac

shop-deploy

# What runs is what was committed, and it is not what ran before.
[[ $(readlink /opt/shop/current) == *-$(as_shop git rev-parse --short HEAD) ]] || { echo "the release does not run" >&2; exit 1; }
! cmp -s /opt/shop/current/classes/shop/data/MysqlInvoices.class \
    "$(find /opt/shop/releases -mindepth 1 -maxdepth 1 | sort | tail -2 | head -1)/classes/shop/data/MysqlInvoices.class" ||
    { echo "the release changes nothing" >&2; exit 1; }
