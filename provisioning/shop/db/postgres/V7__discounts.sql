-- Percent off the price; what has a discount may show up in the badge.
ALTER TABLE products ADD COLUMN discount integer NOT NULL DEFAULT 0 CHECK (discount BETWEEN 0 AND 90);
