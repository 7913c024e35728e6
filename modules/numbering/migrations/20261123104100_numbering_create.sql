-- Numbers of documents follow each other without a hole, in a format that the business chooses. One row a
-- series and year; the row of year 0 is only held while a number is taken, so that two people who take one
-- at the turn of a year wait for each other.
-- table: numbering_format business
-- table: numbering_counter business
CREATE TABLE numbering_format (
    workspace_id BIGINT NOT NULL,
    series       TEXT NOT NULL,
    format       TEXT NOT NULL,
    restart      TEXT NOT NULL CHECK (restart IN ('yearly', 'never')),
    PRIMARY KEY (workspace_id, series)
);

CREATE TABLE numbering_counter (
    workspace_id BIGINT NOT NULL,
    series       TEXT NOT NULL,
    year         BIGINT NOT NULL,
    last         BIGINT NOT NULL CHECK (last >= 0),
    PRIMARY KEY (workspace_id, series, year)
);
