-- Every writing process holds one number for the ids it makes.
-- table: process_lease platform
CREATE TABLE process_lease (
    number     BIGINT NOT NULL PRIMARY KEY CHECK (number BETWEEN 0 AND 1023),
    token      TEXT   NOT NULL,             -- who holds it: only its holder renews
    expires_at BIGINT NOT NULL,             -- microseconds UTC
    high_water BIGINT NOT NULL              -- milliseconds since 2026-01-01Z; no id is beyond
);
