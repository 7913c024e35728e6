-- What a business asks its clients to pay, and what takes it back. A number comes when it is issued: drafts
-- leave no gap. What was issued is frozen beside it; what was paid is a ledger that is only ever added to.
-- table: invoices_invoice business
-- table: invoices_line business
-- table: invoices_issue business
-- table: invoices_payment log
-- table: invoices_balance business
-- table: invoices_event business
-- table: invoices_terms business
-- table: invoices_buyer business
CREATE TABLE invoices_invoice (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('invoice', 'deposit', 'balance', 'credit_note')),
    client_id     BIGINT NOT NULL,
    title         TEXT NOT NULL CHECK (title <> ''),
    search_key    TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'issued', 'cancelled')),
    number        TEXT NOT NULL,
    note          TEXT NOT NULL,
    nature        TEXT NOT NULL CHECK (nature IN ('goods', 'services', 'mixed')),
    delivered_on  TEXT,
    payment_days  BIGINT NOT NULL CHECK (payment_days BETWEEN 0 AND 120),
    prices        TEXT NOT NULL CHECK (prices IN ('net', 'gross')),
    discount_kind TEXT NOT NULL CHECK (discount_kind IN ('none', 'percent', 'amount')),
    discount_size BIGINT NOT NULL CHECK (discount_size >= 0),
    -- what it asks, taxes included: as counted when it was saved, then as it was issued
    gross         BIGINT,
    -- of a deposit and of a credit of an amount: what is asked or taken back
    asked         BIGINT,
    quote_id      BIGINT,
    credits_id    BIGINT,
    -- of a credit note, of what is free
    reason        TEXT NOT NULL,
    issued_on     TEXT,
    due_on        TEXT,
    issued_at     BIGINT,
    created_by    BIGINT NOT NULL,
    created_at    BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id),
    FOREIGN KEY (workspace_id, credits_id) REFERENCES invoices_invoice (workspace_id, id),
    CHECK ((number <> '') = (state IN ('issued', 'cancelled')))
);
CREATE UNIQUE INDEX invoices_invoice_by_number ON invoices_invoice (workspace_id, number) WHERE number <> '';
CREATE INDEX invoices_invoice_by_client ON invoices_invoice (workspace_id, client_id, id);
CREATE INDEX invoices_invoice_by_state ON invoices_invoice (workspace_id, state, id);
CREATE INDEX invoices_invoice_by_quote ON invoices_invoice (workspace_id, quote_id, id);
CREATE INDEX invoices_invoice_by_credited ON invoices_invoice (workspace_id, credits_id, id);

-- Quantities, prices and percentages have four decimals. Those of a section or a text are not read.
CREATE TABLE invoices_line (
    workspace_id BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    position     BIGINT NOT NULL CHECK (position > 0),
    kind         TEXT NOT NULL CHECK (kind IN ('line', 'section', 'text', 'option')),
    name         TEXT NOT NULL,
    details      TEXT NOT NULL,
    quantity     BIGINT NOT NULL,
    unit         TEXT NOT NULL,
    unit_price   BIGINT NOT NULL,
    discount     BIGINT NOT NULL CHECK (discount BETWEEN 0 AND 1000000),
    tax          TEXT NOT NULL,
    is_ticked    BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, invoice_id, position),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);

CREATE TABLE invoices_issue (
    workspace_id BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    way          TEXT NOT NULL CHECK (way IN ('mail', 'hand')),
    to_name      TEXT NOT NULL,
    to_email     TEXT NOT NULL,
    words        TEXT NOT NULL,
    issued_by    BIGINT NOT NULL,
    -- what billing froze, its SHA-256, who wrote to whom, as the norm names the buyer, and the terms it was
    -- issued under
    figures      TEXT NOT NULL,
    identity     TEXT NOT NULL,
    parties      TEXT NOT NULL,
    buyer        TEXT NOT NULL,
    terms        TEXT NOT NULL,
    -- the exact paper, made right after, and its SHA-256
    paper        BIGINT,
    paper_sha256 TEXT NOT NULL,
    forgotten_at BIGINT,
    PRIMARY KEY (workspace_id, invoice_id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);

-- Amounts are above zero; the kind says which way they go. A provider tells a payment once.
CREATE TABLE invoices_payment (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('payment', 'refund', 'rejection')),
    amount       BIGINT NOT NULL CHECK (amount > 0),
    received_on  TEXT NOT NULL,
    means        TEXT NOT NULL CHECK (means IN ('card', 'cash', 'transfer', 'cheque', 'online')),
    provider     TEXT NOT NULL,
    reference    TEXT NOT NULL,
    recorded_by  BIGINT,
    recorded_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);
CREATE UNIQUE INDEX invoices_payment_by_reference ON invoices_payment (workspace_id, provider, reference)
    WHERE provider <> '';
CREATE INDEX invoices_payment_by_invoice ON invoices_payment (workspace_id, invoice_id, id);

-- What the ledger and the credit notes come to, summed again with each of them: lists read it.
CREATE TABLE invoices_balance (
    workspace_id BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    due          BIGINT NOT NULL,
    credited     BIGINT NOT NULL,
    paid         BIGINT NOT NULL,
    refunded     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, invoice_id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);

CREATE TABLE invoices_event (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('issued', 'seen', 'reminded', 'paid', 'refunded', 'rejected',
                                               'credited', 'cancelled')),
    at           BIGINT NOT NULL,
    -- of the team; nobody: the client, or the platform itself
    by_member    BIGINT,
    words        TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);
CREATE INDEX invoices_event_by_invoice ON invoices_event (workspace_id, invoice_id, id);

-- One row a workspace that changed what everybody starts with.
CREATE TABLE invoices_terms (
    workspace_id BIGINT NOT NULL,
    payment_days BIGINT NOT NULL CHECK (payment_days BETWEEN 0 AND 120),
    iban         TEXT NOT NULL,
    bic          TEXT NOT NULL,
    holder       TEXT NOT NULL,
    penalties    TEXT NOT NULL,
    early        TEXT NOT NULL,
    conditions   TEXT NOT NULL,
    mentions     TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
);

-- How the norm names a client beside what his record says.
CREATE TABLE invoices_buyer (
    workspace_id BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    siren        TEXT NOT NULL,
    vat_number   TEXT NOT NULL,
    PRIMARY KEY (workspace_id, client_id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
