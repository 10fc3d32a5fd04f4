ALTER TABLE invoices ADD COLUMN purchase_order varchar(24) NULL AFTER customer_reference;

CREATE INDEX invoices_by_purchase_order ON invoices (purchase_order);
