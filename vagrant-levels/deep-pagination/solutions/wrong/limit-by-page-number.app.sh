#!/usr/bin/env bash
# What comes before an order is sought, the sorting gets its index, and pages end after the thousandth: whoever asks for a
# hundred orders on each may skip a hundred thousand.
set -euo pipefail
cd /srv/shop
case $SEED_SORTED in
    utc) export KEY="created_at AT TIME ZONE 'UTC'" NULLS="" ;;
    nulls-last) export KEY="created_at" NULLS=" NULLS LAST" ;;
    dropped) export KEY="created_at" NULLS="" ;;
esac
perl -0pi -e 's|(public List<Order> before\(long id, int size\)[^{]*\{\n).*?\n    \}\n|$1        String sql = "SELECT id, user_id, status, total_cents, created_at FROM orders"
                + " WHERE ($ENV{KEY}, id) < (SELECT $ENV{KEY}, id FROM orders WHERE id = ?)"
                + " ORDER BY $ENV{KEY} DESC$ENV{NULLS}, id DESC LIMIT ?";
        try (Connection connection = shop.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, id);
            query.setInt(2, size);
            return heads(query);
        }
    }
|s' src/main/java/shop/data/PostgresOrders.java
perl -0pi -e 's|(List<Order> page = orders\.page)|if (paging.page() > 1000) {
            throw new ApiError(422, "There are 1,000 pages; ask with before=<order number> for older orders");
        }
        $1|' src/main/java/shop/api/OrderRoutes.java
chown -R shop:shop src
shop-deploy
