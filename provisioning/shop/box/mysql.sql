-- Fills an empty database `billing` with 320,000 invoices.
--   (echo "SET @base_date = '2026-01-31';"; cat mysql.sql) | mysql billing
-- The result depends on the base date alone: all was invoiced before it, in the three years up to it.
-- Rows 1 to 220,000 belong to the orders with the same id (see postgres.sql); then 60,000 instalments of
-- contracts and 40,000 credit notes.
SET time_zone = '+00:00';
SET @days = 1095;
SET SESSION unique_checks = 0;

CREATE TEMPORARY TABLE thousand (d int NOT NULL PRIMARY KEY);
INSERT INTO thousand WITH RECURSIVE t AS (SELECT 0 AS d UNION ALL SELECT d + 1 FROM t WHERE d < 999) SELECT d FROM t;
CREATE TEMPORARY TABLE block (d int NOT NULL PRIMARY KEY);
INSERT INTO block SELECT d FROM thousand WHERE d < 320;

INSERT INTO invoices (id, sequence_number, customer_reference, purchase_order, order_id, issued_on, amount_cents,
                      currency, status, note)
SELECT n,
       CASE
           WHEN n > 280000 THEN CONCAT('CN-', LPAD(n - 280000, 6, '0'))
           -- The first year comes from the old system, which wrote ten digits.
           WHEN age < 365 THEN LPAD(400000 + n, 10, '0')
           ELSE CAST(4000000 + n AS CHAR)
       END,
       CONCAT('C-', LPAD(customer, 6, '0')),
       CASE WHEN n % 5 < 3 THEN CONCAT('PO-', YEAR(issued), '-', LPAD(CRC32(CONCAT('po', n DIV 2)) % 10000000, 7, '0')) END,
       CASE WHEN n <= 220000 THEN n WHEN n > 280000 THEN 1 + CRC32(CONCAT('of', n)) % 220000 END,
       issued,
       CASE WHEN n > 280000 THEN -(500 + CRC32(CONCAT('amount', n)) % 20000) ELSE 990 + CRC32(CONCAT('amount', n)) % 90000 END,
       CASE CRC32(CONCAT('currency', n)) % 10 WHEN 0 THEN 'CHF' WHEN 1 THEN 'GBP' ELSE 'EUR' END,
       CASE WHEN n > 280000 THEN 'CREDITED' WHEN age > @days - 21 AND n % 3 = 0 THEN 'OPEN' ELSE 'PAID' END,
       CASE
           WHEN n > 280000 THEN CONCAT('Credit for goods sent back, checked in the warehouse under return ', 70000 + n % 9000,
                                       '. The amount was paid to the account the order was paid from.')
           WHEN n > 220000 THEN CONCAT('Instalment ', 1 + n % 12, ' of 12 under contract ', 5000 + customer % 800,
                                       ', due within 14 days of the date of this invoice without deduction.')
           ELSE CONCAT('Goods as ordered, sent to the address on file. Payment terms: ', 14 + 7 * (n % 3),
                       ' days net. Please quote the invoice number with your payment.')
       END
FROM (SELECT n, age, DATE_ADD(DATE(@base_date), INTERVAL age - @days DAY) AS issued,
             -- The invoice of an order goes to its user: the same dice as in postgres.sql.
             1 + ((n * 2654435761 + 10 * 40503) % 4294967291 * 48271 % 2147483647 * 16807 % 2147483647)
                 % GREATEST(1, ((n - 1) % 220000 + 1) DIV 11 - 5) AS customer
      FROM (SELECT n, FLOOR(@days * SQRT(((n - 1) % 220000) / 220000)) AS age
            FROM (SELECT block.d * 1000 + thousand.d + 1 AS n FROM block, thousand) AS numbers) AS dated) AS invoice
ORDER BY n;

DROP TEMPORARY TABLE thousand, block;
ANALYZE TABLE invoices;
