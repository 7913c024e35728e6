-- Codes that a client gives and staff types on a quote or an invoice: what each takes off, when, how often and of which
-- items; and who used which on what, each document once. A code is stopped, never removed: its uses stay.
-- table: pricebook_code business
-- table: pricebook_code_item business
-- table: pricebook_code_use business
CREATE TABLE pricebook_code (
    workspace_id    BIGINT NOT NULL,
    id              BIGINT NOT NULL,
    code            TEXT NOT NULL CHECK (code <> ''),
    search_key      TEXT NOT NULL,
    client_id       BIGINT,
    effect          TEXT NOT NULL CHECK (effect IN ('percent_off', 'amount_off')),
    percent         BIGINT CHECK (percent > 0 AND percent <= 1000000),
    amount          BIGINT CHECK (amount > 0),
    starts_on       TEXT NOT NULL,
    ends_on         TEXT,
    uses_max        BIGINT CHECK (uses_max > 0),
    client_uses_max BIGINT CHECK (client_uses_max > 0),
    adds_up         BOOLEAN NOT NULL,
    reason          TEXT NOT NULL CHECK (reason <> ''),
    stopped_at      BIGINT,
    made_by         BIGINT NOT NULL,
    made_at         BIGINT NOT NULL,
    revision        BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, search_key),
    CHECK ((percent IS NOT NULL) = (effect = 'percent_off')),
    CHECK ((amount IS NOT NULL) = (effect = 'amount_off'))
);
CREATE INDEX pricebook_code_by_client ON pricebook_code (workspace_id, client_id);

-- None: the code is of everything that is sold.
CREATE TABLE pricebook_code_item (
    workspace_id BIGINT NOT NULL,
    code_id      BIGINT NOT NULL,
    item_id      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, code_id, item_id),
    FOREIGN KEY (workspace_id, code_id) REFERENCES pricebook_code (workspace_id, id)
);

-- The document is another module’s: it is named, not read.
CREATE TABLE pricebook_code_use (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    code_id       BIGINT NOT NULL,
    client_id     BIGINT NOT NULL,
    document      TEXT NOT NULL CHECK (document IN ('quote', 'invoice')),
    document_id   BIGINT NOT NULL,
    document_name TEXT NOT NULL,
    used_at       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, code_id, document, document_id),
    FOREIGN KEY (workspace_id, code_id) REFERENCES pricebook_code (workspace_id, id)
);
CREATE INDEX pricebook_code_use_by_client ON pricebook_code_use (workspace_id, client_id, code_id);
