-- What came to the account of a business, from the statements of its bank, and the invoices that somebody
-- said it pays. What left the account is not kept.
-- table: bank_statement business
-- table: bank_line business
-- table: bank_share business
-- table: bank_layout business
-- table: bank_draft business
CREATE TABLE bank_statement (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL,
    format       TEXT NOT NULL CHECK (format IN ('camt', 'ofx', 'csv')),
    account      TEXT NOT NULL,
    -- lines that were new, known from another statement, of what left, and not understood
    added        BIGINT NOT NULL,
    repeated     BIGINT NOT NULL,
    outgoing     BIGINT NOT NULL,
    unread       BIGINT NOT NULL,
    imported_at  BIGINT NOT NULL,
    imported_by  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE bank_line (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    statement_id BIGINT NOT NULL,
    booked_on    TEXT NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount > 0),
    label        TEXT NOT NULL,
    counterpart  TEXT NOT NULL,
    reference    TEXT NOT NULL,
    -- of account, day, amount, words, and the how-many-eth of its like: the same line of two statements is one
    fingerprint  TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'settled', 'ignored')),
    settled_at   BIGINT,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, fingerprint),
    FOREIGN KEY (workspace_id, statement_id) REFERENCES bank_statement (workspace_id, id)
);
CREATE INDEX bank_line_by_state ON bank_line (workspace_id, state, booked_on, id);

-- One row a payment; taken back, it keeps both.
CREATE TABLE bank_share (
    workspace_id BIGINT NOT NULL,
    line_id      BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount > 0),
    payment_id   BIGINT NOT NULL,
    reversal_id  BIGINT,
    PRIMARY KEY (workspace_id, payment_id),
    FOREIGN KEY (workspace_id, line_id) REFERENCES bank_line (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);
CREATE INDEX bank_share_by_line ON bank_share (workspace_id, line_id);

-- What the columns of a table say, as somebody explained them once; by the hash of its titles.
CREATE TABLE bank_layout (
    workspace_id BIGINT NOT NULL,
    titles       TEXT NOT NULL,
    columns      TEXT NOT NULL,
    saved_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, titles)
);

-- A table that waits for that, one a person, a day at most.
CREATE TABLE bank_draft (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    name         TEXT NOT NULL,
    content      TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
