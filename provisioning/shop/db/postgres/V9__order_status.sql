ALTER TABLE orders ADD CONSTRAINT orders_status CHECK (status IN ('PENDING', 'FULFILLED', 'CANCELLED'));

CREATE INDEX orders_by_user ON orders (user_id);
