CREATE INDEX invoices_by_customer ON invoices (customer_reference);
