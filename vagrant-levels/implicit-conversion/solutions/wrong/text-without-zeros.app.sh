#!/usr/bin/env bash
# Text is bound again, but the text of the number, without the zeros in front that some have.
set -euo pipefail
cd /srv/shop
perl -0pi -e 's|(withSequenceNumber\(String sequenceNumber\)[^{]*\{\n).*?\n    \}\n|$1        String sql = SELECT + " WHERE sequence_number = ?";
        try (Connection connection = billing.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, sequenceNumber.matches("[0-9]{1,18}") ? Long.toString(Long.parseLong(sequenceNumber)) : sequenceNumber);
            return invoices(query);
        }
    }
|s' src/main/java/shop/data/MysqlInvoices.java
chown shop:shop src/main/java/shop/data/MysqlInvoices.java
shop-deploy
