CREATE TABLE invoices (
    id                 bigint      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    sequence_number    varchar(20) NOT NULL,
    customer_reference varchar(20) NOT NULL,
    order_id           bigint      NULL,
    issued_on          date        NOT NULL,
    amount_cents       bigint      NOT NULL,
    currency           char(3)     NOT NULL,
    status             varchar(20) NOT NULL
) CHARACTER SET utf8mb4;
