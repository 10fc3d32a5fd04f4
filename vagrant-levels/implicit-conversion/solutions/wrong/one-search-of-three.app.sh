#!/usr/bin/env bash
# One of the three searches is mended. Where a helper serves them all it is the one that was complained about, and the
# other two stay as they are; else it is one which nothing is wrong with.
set -euo pipefail
cd /srv/shop
case $SEED_BOUND in
    decimal) export SEARCH=withSequenceNumber TERM_NAME=sequenceNumber ;;
    *) export SEARCH=ofCustomer TERM_NAME=reference ;;
esac
perl -0pi -e 's|($ENV{SEARCH}\(.*?)query\.set\w+\(1, [^;]*\);|$1query.setString(1, String.valueOf($ENV{TERM_NAME}));|s' \
    src/main/java/shop/data/MysqlInvoices.java
chown shop:shop src/main/java/shop/data/MysqlInvoices.java
shop-deploy
