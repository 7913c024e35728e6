-- Invoices that suppliers send: each file that came in with what became of it, and what was understood.
-- One that cannot be understood stops none of the others, and the same invoice twice is one.
-- table: einvoicing_reception business
-- table: einvoicing_supplier_invoice business
CREATE TABLE einvoicing_reception (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL,
    file_id      BIGINT,
    fingerprint  TEXT NOT NULL,
    origin       TEXT NOT NULL CHECK (origin IN ('upload', 'platform')),
    -- the platform's own number: what it sends twice is one row
    flow         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('reading', 'understood', 'quarantined', 'repeated', 'dismissed')),
    why          TEXT NOT NULL,
    why_value    TEXT NOT NULL,
    invoice_id   BIGINT,
    received_by  BIGINT NOT NULL,
    received_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX einvoicing_reception_by_state ON einvoicing_reception (workspace_id, state, id);
CREATE UNIQUE INDEX einvoicing_reception_of_flow ON einvoicing_reception (workspace_id, flow) WHERE flow <> '';

CREATE TABLE einvoicing_supplier_invoice (
    workspace_id      BIGINT NOT NULL,
    id                BIGINT NOT NULL,
    reception_id      BIGINT NOT NULL,
    -- who sent it, by the surest number he gave: the same one does not number twice alike
    seller_key        TEXT NOT NULL CHECK (seller_key <> ''),
    seller_name       TEXT NOT NULL CHECK (seller_name <> ''),
    search_key        TEXT NOT NULL,
    seller_siren      TEXT NOT NULL,
    seller_siret      TEXT NOT NULL,
    seller_vat_number TEXT NOT NULL,
    seller_country    TEXT NOT NULL,
    buyer_name        TEXT NOT NULL,
    number            TEXT NOT NULL CHECK (number <> ''),
    kind              TEXT NOT NULL,
    is_credit_note    BOOLEAN NOT NULL,
    issued_on         TEXT NOT NULL,
    due_on            TEXT,
    currency          TEXT NOT NULL,
    net               BIGINT NOT NULL,
    tax               BIGINT NOT NULL,
    gross             BIGINT NOT NULL,
    due               BIGINT NOT NULL,
    iban              TEXT NOT NULL,
    order_number      TEXT NOT NULL,
    preceding         TEXT NOT NULL,
    taxes             TEXT NOT NULL,
    lines             TEXT NOT NULL,
    line_count        BIGINT NOT NULL,
    state             TEXT NOT NULL CHECK (state IN ('to_check', 'accepted', 'refused', 'paid')),
    reason            TEXT NOT NULL,
    reason_words      TEXT NOT NULL,
    received_at       BIGINT NOT NULL,
    decided_at        BIGINT,
    decided_by        BIGINT NOT NULL,
    paid_on           TEXT,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, seller_key, number),
    FOREIGN KEY (workspace_id, reception_id) REFERENCES einvoicing_reception (workspace_id, id),
    CHECK ((state = 'refused') = (reason <> 'none')),
    CHECK ((state = 'paid') = (paid_on IS NOT NULL))
);
CREATE INDEX einvoicing_supplier_invoice_by_state ON einvoicing_supplier_invoice (workspace_id, state, id);
