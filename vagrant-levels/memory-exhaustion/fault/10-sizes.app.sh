#!/usr/bin/env bash
# Three changes, each harmless to whoever made it: half of the node's memory for each back end, offers kept for
# everybody, and swap, so that nothing fails at once.
# SEED_HEAP, where the heap's size is set: environment (the options that both instances share), share (the same
# place, as a percentage), drop-in (of the unit, in a variable that overrides those options).
# SEED_BOUND, where the cache lost its bound: setting (shop.properties), override (the instances' own files), code.
set -euo pipefail
catalogue=src/main/java/shop/api/Catalogue.java

if ! grep -q '^/swapfile' /etc/fstab; then
    fallocate -l 1G /swapfile
    chmod 600 /swapfile
    mkswap -q /swapfile
    echo '/swapfile none swap sw 0 0' >> /etc/fstab
    touch -d '33 days ago' /swapfile
    systemctl daemon-reload
    swapon /swapfile
fi

case $SEED_HEAP in
    environment) sed -i 's/-Xmx96m/-Xms480m -Xmx480m/' /etc/shop/api.env ;;
    share) sed -i 's/-Xmx96m/-XX:InitialRAMPercentage=50 -XX:MaxRAMPercentage=50/' /etc/shop/api.env ;;
    drop-in)
        install -d /etc/systemd/system/shop-api@.service.d
        cat > /etc/systemd/system/shop-api@.service.d/heap.conf <<'UNIT'
[Service]
# Capacity review: the node has 1 GB and two instances.
Environment="_JAVA_OPTIONS=-Xms480m -Xmx480m"
UNIT
        systemctl daemon-reload ;;
    *) echo "unknown place '$SEED_HEAP'" >&2; exit 64 ;;
esac

as_shop() { runuser -u shop -- "$@"; }
# A release as shop-deploy would have left it; one class takes an emulated CPU much less time than all of them.
commit_and_release() {
    local when release
    when=$(date -u -d '6 days ago' +%FT%H:%M:%SZ)
    as_shop env GIT_AUTHOR_NAME='Aiko Brandt' GIT_AUTHOR_EMAIL=aiko.brandt@shop.example GIT_AUTHOR_DATE="$when" \
        GIT_COMMITTER_NAME='Aiko Brandt' GIT_COMMITTER_EMAIL=aiko.brandt@shop.example GIT_COMMITTER_DATE="$when" \
        git -C /srv/shop commit -q -am "$1"
    release=/opt/shop/releases/$(date -u -d "$when" +%Y%m%d-%H%M%S)-$(git -C /srv/shop rev-parse --short HEAD)
    cp -a "$(readlink -f /opt/shop/current)" "$release"
    javac -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -J-Xshare:auto -J-XX:SharedArchiveFile=/opt/shop/javac.jsa \
        --release 17 -XDstringConcat=inline -proc:none -implicit:none -cp "/opt/shop/lib/*:$release/classes" \
        -d "$release/classes" "/srv/shop/$catalogue"
    ln -sfn "$release" /opt/shop/current
}

case $SEED_BOUND in
    setting) sed -i 's/^cache\.max-entries=.*/cache.max-entries=0/' /etc/shop/shop.properties ;;
    override)
        for port in 8081 8082; do
            grep -q '^cache' "/etc/shop/api-$port.properties" ||
                printf '# Room for the whole mailing list.\ncache.max-entries=1000000\n' >> "/etc/shop/api-$port.properties"
        done ;;
    code)
        if ! grep -q 'BoundedCache<>(0)' "/srv/shop/$catalogue"; then
            as_shop sed -i 's|^\( *\)this\.byVisitor = new BoundedCache<>(maxEntries);|\1// Nobody shall see another offer after a reload: kept until the day ends.\n\1this.byVisitor = new BoundedCache<>(0);|' "/srv/shop/$catalogue"
            commit_and_release 'Keep what a visitor was offered

Prices in the weekly letter and in the shop differed when an offer changed in between.'
        fi ;;
    *) echo "unknown bound '$SEED_BOUND'" >&2; exit 64 ;;
esac

for port in 8081 8082; do
    systemctl restart "shop-api@$port"
    /opt/shop/current/bin/await-http "$port" /health/ready 150
done
