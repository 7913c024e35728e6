-- What was sold and what came for it, as it was booked: entries of payments and credit notes go to the accounts of
-- their invoice, and lists of sales and of money read one row a paper. French tax on services is due when it is paid
-- (CGI, art. 269, 2, c): what waits for it is kept by invoice and rate.
-- table: accounting_party business
-- table: accounting_sale log
-- table: accounting_receipt log
-- table: accounting_due_tax business
-- table: accounting_account business
-- table: accounting_choice business

CREATE TABLE accounting_party (
    workspace_id BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    number       BIGINT NOT NULL CHECK (number >= 1),
    PRIMARY KEY (workspace_id, client_id),
    UNIQUE (workspace_id, number)
);

CREATE TABLE accounting_sale (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('invoice', 'deposit', 'balance', 'credit_note')),
    number        TEXT NOT NULL CHECK (number <> ''),
    day           TEXT NOT NULL,
    due_on        TEXT,
    quote_id      BIGINT NOT NULL,
    credits_id    BIGINT NOT NULL,
    nature        TEXT NOT NULL CHECK (nature IN ('goods', 'services', 'mixed')),
    account       TEXT NOT NULL,
    account_label TEXT NOT NULL,
    party         TEXT NOT NULL,
    party_label   TEXT NOT NULL,
    net           BIGINT NOT NULL,
    tax           BIGINT NOT NULL,
    due           BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    CHECK (net + tax = due)
);
CREATE INDEX accounting_sale_by_day ON accounting_sale (workspace_id, day, id);
CREATE INDEX accounting_sale_by_quote ON accounting_sale (workspace_id, quote_id) WHERE quote_id <> 0;
CREATE INDEX accounting_sale_by_credited ON accounting_sale (workspace_id, credits_id) WHERE credits_id <> 0;

CREATE TABLE accounting_receipt (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    sale_id      BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('payment', 'refund', 'rejection')),
    day          TEXT NOT NULL,
    means        TEXT NOT NULL,
    reference    TEXT NOT NULL,
    amount       BIGINT NOT NULL CHECK (amount > 0),
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, sale_id) REFERENCES accounting_sale (workspace_id, id)
);
CREATE INDEX accounting_receipt_by_day ON accounting_receipt (workspace_id, day, id);
CREATE INDEX accounting_receipt_by_sale ON accounting_receipt (workspace_id, sale_id);

CREATE TABLE accounting_due_tax (
    workspace_id  BIGINT NOT NULL,
    sale_id       BIGINT NOT NULL,
    tax           TEXT NOT NULL,
    rate          BIGINT NOT NULL,
    account       TEXT NOT NULL,
    account_label TEXT NOT NULL,
    owed          BIGINT NOT NULL,
    collected     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, sale_id, tax, rate),
    FOREIGN KEY (workspace_id, sale_id) REFERENCES accounting_sale (workspace_id, id)
);

-- What a business says otherwise of the chart everybody begins with.
CREATE TABLE accounting_account (
    workspace_id BIGINT NOT NULL,
    role         TEXT NOT NULL CHECK (role <> ''),
    number       TEXT NOT NULL CHECK (number <> ''),
    label        TEXT NOT NULL CHECK (label <> ''),
    PRIMARY KEY (workspace_id, role)
);

CREATE TABLE accounting_choice (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL CHECK (id = 1),
    tax_due      TEXT NOT NULL CHECK (tax_due IN ('on_payment', 'on_issue')),
    PRIMARY KEY (workspace_id, id)
);

-- What is taken back is what stands on the accounts of its paper.
CREATE INDEX accounting_entry_by_piece ON accounting_entry (workspace_id, piece);

-- The file of each month that is closed, kept ten years after the year it belongs to: a log, nobody takes one away.
-- table: accounting_archive log
CREATE TABLE accounting_archive (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    month        TEXT NOT NULL,
    name         TEXT NOT NULL,
    file_id      BIGINT NOT NULL,
    sha256       TEXT NOT NULL,
    entries      BIGINT NOT NULL CHECK (entries >= 1),
    debit        BIGINT NOT NULL,
    kept_until   TEXT NOT NULL,
    made_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, month)
);
