package oncall.checks;

import static org.assertj.core.api.Assertions.assertThat;

import oncall.grade.Lab;
import oncall.health.SqlProbe;
import oncall.health.SqlReading;

/** An invoice with a number that none had before, written as billing does; closing takes it back out. */
final class NewInvoice implements AutoCloseable {

    /** The box has invoices with the ids 1 to this, and so has the baseline; see provisioning/shop/box/mysql.sql. */
    private static final int LAST_OLD = 320_000;
    /** Current numbers have seven digits, and those of the box end before this. */
    private static final int FIRST_FREE = 5_000_000;
    private static final int FREE = 4_000_000;
    /** Nobody's own, so that no other search lists it, and what a judge that was killed left behind goes as well. */
    private static final String CUSTOMER = "C-999999";

    private final Lab lab;
    private final String number;

    NewInvoice(Lab lab) {
        this.lab = lab;
        this.number = String.valueOf(FIRST_FREE + lab.random().nextInt(FREE));
    }

    /** What finds it. Fails where it cannot be written. */
    InvoiceSearch write() {
        SqlReading written = billing().query("""
                INSERT INTO invoices (sequence_number, customer_reference, issued_on, amount_cents, currency, status)
                VALUES ('%s', '%s', CURRENT_DATE, 4200, 'EUR', 'OPEN');
                SELECT LAST_INSERT_ID();""".formatted(number, CUSTOMER));
        assertThat(written.ok())
                .withFailMessage("An invoice cannot be written any more as it could before: %s", written.error())
                .isTrue();
        return new InvoiceSearch("the number of an invoice that was written just now", "sequence", "sequenceNumber", number,
                Long.parseLong(written.single()));
    }

    /** Also where it may have been written although nobody was told, and where the check was interrupted. */
    @Override
    public void close() {
        Uninterrupted.run(() ->
                billing().query("DELETE FROM invoices WHERE id > %d AND customer_reference = '%s'".formatted(LAST_OLD, CUSTOMER)));
    }

    private SqlProbe billing() {
        return SqlProbe.mysql(lab.on("mysql"), "billing");
    }
}
