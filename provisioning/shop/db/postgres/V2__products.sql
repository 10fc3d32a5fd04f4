CREATE TABLE products (
    sku         varchar(20)  PRIMARY KEY,
    name        varchar(100) NOT NULL,
    description text         NOT NULL,
    price_cents bigint       NOT NULL CHECK (price_cents >= 0)
);
