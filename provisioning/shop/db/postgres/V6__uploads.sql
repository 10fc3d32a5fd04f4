CREATE TABLE uploads (
    id         uuid         PRIMARY KEY,
    name       varchar(200) NOT NULL,
    size_bytes bigint       NOT NULL CHECK (size_bytes >= 0),
    sha256     char(64)     NOT NULL,
    created_at timestamptz  NOT NULL DEFAULT now()
);
