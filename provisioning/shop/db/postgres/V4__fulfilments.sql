-- One row per order, whatever the stream delivers twice.
CREATE TABLE fulfilments (
    order_id     bigint      NOT NULL UNIQUE REFERENCES orders ON DELETE CASCADE,
    fulfilled_at timestamptz NOT NULL DEFAULT now()
);
