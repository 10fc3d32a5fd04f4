-- Fills an empty database `shop`: 120 products, 20,000 users, 220,000 orders with their items and fulfilments.
--   psql -d shop -v base_date=2026-01-31 -f postgres.sql      (see load.sh)
-- The result depends on the base date alone: everything happened before it, in the three years up to it.
\set ON_ERROR_STOP on
\set days 1095
BEGIN;
SET LOCAL synchronous_commit = off;
SET LOCAL work_mem = '64MB';
SET LOCAL maintenance_work_mem = '256MB';
SET LOCAL timezone = 'UTC';

-- A number from 0 (inclusive) to `sides` (exclusive) that looks random and never changes.
CREATE FUNCTION pg_temp.dice(n bigint, salt int, sides bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS
$$ SELECT ((n * 2654435761 + salt * 40503) % 4294967291 * 48271 % 2147483647 * 16807 % 2147483647) % sides $$;

INSERT INTO products (sku, name, description, price_cents, discount)
SELECT format('SKU-%s', 1000 + n),
       (ARRAY['Merino','Linen','Oak','Copper','Ceramic','Canvas','Leather','Walnut','Enamel','Cotton'])[1 + n / 12]
           || ' ' ||
       (ARRAY['Socks','Blanket','Stool','Kettle','Mug','Bag','Belt','Tray','Lamp','Apron','Bowl','Brush'])[1 + n % 12],
       'Made in small batches by people who use it themselves. Comes in a plain box without plastic, with a note on '
           || 'how to care for it, and can be sent back within 60 days. Batch ' || 100 + pg_temp.dice(n, 1, 900)
           || ', weight ' || 80 + pg_temp.dice(n, 2, 2400) || ' g. Spare parts and repairs are offered for ten years; '
           || 'write to the workshop with the number on the label. Materials: we buy from growers and mills whom we '
           || 'visit once a year, and name them on the label. Colours may differ a little from the picture, as the dye '
           || 'is mixed by hand and the light in our studio is kinder than a kitchen lamp. Care: wipe with a damp cloth, '
           || 'keep out of the dishwasher, oil once in a winter. Small marks are no fault; they tell which bench it '
           || 'comes from. Delivery: within three working days from our warehouse, by bicycle where there is one. Gift '
           || 'wrapping is paper and string, and the card is written by hand. Guarantee: five years on everything that '
           || 'we have made ourselves, two on what moves. If it does not fit, send it back as it is; we pay the postage '
           || 'and ask no questions. What comes back is mended and sold as seconds in the shop behind the workshop, '
           || 'every first Saturday, together with off-cuts, spare handles and the odd prototype.',
       490 + 100 * pg_temp.dice(n, 3, 180) + 9,
       CASE WHEN n % 2 = 0 THEN 5 * (1 + pg_temp.dice(n, 4, 6)) ELSE 0 END
FROM generate_series(0, 119) AS n;

INSERT INTO users (id, name, email, created_at)
SELECT n,
       first || ' ' || last,
       lower(first || '.' || last) || n || '@customer.example',
       -- Ids and dates rise together; the square root lets the shop grow over the years.
       date :'base_date' - interval '1 day' * :days
           + interval '1 second' * (floor(86400.0 * :days * sqrt(n / 20001.0))::bigint)
FROM (SELECT n,
             (ARRAY['Ada','Ben','Carla','Deniz','Elif','Femi','Greta','Hugo','Ines','Jakub','Kaori','Liam','Mina','Noor',
                    'Otto','Priya','Quinn','Rosa','Samir','Tove','Uma','Viktor','Wanda','Xenia','Yusuf','Zoe'])
                 [1 + pg_temp.dice(n, 5, 26)] AS first,
             (ARRAY['Abbott','Berg','Costa','Dahl','Eriksen','Fischer','Garcia','Haas','Ivanov','Jansen','Kaya','Lopez',
                    'Meyer','Novak','Okafor','Petit','Rossi','Santos','Tanaka','Ueda','Vogel','Weber','Young','Zeller'])
                 [1 + pg_temp.dice(n, 6, 24)] AS last
      FROM generate_series(1, 20000) AS n) AS person;

CREATE TEMPORARY TABLE line ON COMMIT DROP AS
SELECT o AS order_id, sku, quantity, round(price_cents * (100 - discount) / 100.0)::bigint AS price_cents
FROM (SELECT o, l, format('SKU-%s', 1000 + (pg_temp.dice(o, 7, 120) + 37 * l) % 120) AS sku,
             (1 + pg_temp.dice(o * 3 + l, 8, 4))::int AS quantity
      FROM generate_series(1, 220000) AS o, generate_series(0, 2) AS l
      WHERE l <= pg_temp.dice(o, 9, 3)) AS choice
JOIN products USING (sku);

CREATE TEMPORARY TABLE moment ON COMMIT DROP AS
SELECT o AS order_id,
       date :'base_date' - interval '1 day' * :days
           + interval '1 second' * (floor(86400.0 * :days * sqrt(o / 220001.0))::bigint) AS created_at
FROM generate_series(1, 220000) AS o;

INSERT INTO orders (id, user_id, status, total_cents, created_at)
SELECT m.order_id,
       -- Somebody who had signed up by then.
       1 + pg_temp.dice(m.order_id, 10, greatest(1, m.order_id / 11 - 5)),
       'FULFILLED', t.total, m.created_at
FROM moment m JOIN (SELECT order_id, sum(quantity * price_cents) AS total FROM line GROUP BY order_id) t USING (order_id)
ORDER BY m.order_id;

INSERT INTO order_items (order_id, sku, quantity, price_cents)
SELECT order_id, sku, quantity, price_cents FROM line ORDER BY order_id, sku;

INSERT INTO fulfilments (order_id, fulfilled_at)
SELECT order_id, created_at + interval '1 second' * (2 + pg_temp.dice(order_id, 11, 240))
FROM moment ORDER BY order_id;

SELECT setval(pg_get_serial_sequence('users', 'id'), 20000), setval(pg_get_serial_sequence('orders', 'id'), 220000);

COMMIT;
-- Freezes, too: the stage need not do it later, and counting orders reads an index only.
VACUUM (ANALYZE, FREEZE);
