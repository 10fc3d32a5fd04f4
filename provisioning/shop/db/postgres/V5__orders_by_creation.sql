-- The order history lists the newest first.
CREATE INDEX orders_by_creation ON orders (created_at DESC, id DESC);
