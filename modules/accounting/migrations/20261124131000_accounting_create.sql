-- What happened, in double entry. Entries are only ever added: what was wrong is taken back by another one, and
-- nothing is dated in a period that is closed. The row of books is taken first by whatever writes.
-- table: accounting_books business
-- table: accounting_counter business
-- table: accounting_entry log
-- table: accounting_line log

CREATE TABLE accounting_books (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL CHECK (id = 1),
    closed_until TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE accounting_counter (
    workspace_id BIGINT NOT NULL,
    journal      TEXT NOT NULL,
    year         BIGINT NOT NULL,
    last         BIGINT NOT NULL CHECK (last >= 1),
    PRIMARY KEY (workspace_id, journal, year)
);

CREATE TABLE accounting_entry (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    journal      TEXT NOT NULL CHECK (journal IN ('sales', 'purchases', 'bank', 'cash', 'other')),
    year         BIGINT NOT NULL,
    number       BIGINT NOT NULL CHECK (number >= 1),
    day          TEXT NOT NULL,
    piece        TEXT NOT NULL CHECK (piece <> ''),
    piece_day    TEXT NOT NULL,
    label        TEXT NOT NULL CHECK (label <> ''),
    validated_on TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, journal, year, number)
);
CREATE INDEX accounting_entry_by_day ON accounting_entry (workspace_id, day, journal, number);

CREATE TABLE accounting_line (
    workspace_id  BIGINT NOT NULL,
    entry_id      BIGINT NOT NULL,
    position      BIGINT NOT NULL,
    account       TEXT NOT NULL,
    account_label TEXT NOT NULL,
    party         TEXT NOT NULL,
    party_label   TEXT NOT NULL,
    debit         BIGINT NOT NULL CHECK (debit >= 0),
    credit        BIGINT NOT NULL CHECK (credit >= 0),
    PRIMARY KEY (workspace_id, entry_id, position),
    FOREIGN KEY (workspace_id, entry_id) REFERENCES accounting_entry (workspace_id, id),
    CHECK ((debit > 0 AND credit = 0) OR (credit > 0 AND debit = 0))
);
