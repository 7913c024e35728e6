-- Money that a provider takes online for an invoice: the account of a business with it, each try of a
-- client, what it took, what it was asked to give back, and what it told of that. No card, no bank account.
-- table: payments_account business
-- table: payments_checkout business
-- table: payments_taking business
-- table: payments_dispute business
-- table: payments_notice business
CREATE TABLE payments_account (
    workspace_id  BIGINT NOT NULL,
    provider      TEXT NOT NULL,
    -- sealed by the vault, base64; empty = none
    sealed_key    TEXT NOT NULL,
    sealed_secret TEXT NOT NULL,
    mode          TEXT NOT NULL CHECK (mode IN ('test', 'live')),
    state         TEXT NOT NULL CHECK (state IN ('draft', 'active', 'stopped')),
    last_error    TEXT NOT NULL,
    verified_at   BIGINT,
    PRIMARY KEY (workspace_id, provider)
);

CREATE TABLE payments_checkout (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    provider     TEXT NOT NULL,
    -- asked, in cents, as the invoice stood then
    amount       BIGINT NOT NULL CHECK (amount > 0),
    state        TEXT NOT NULL CHECK (state IN ('opening', 'open', 'pending', 'paid', 'failed', 'expired')),
    -- the provider's own; empty until it answered
    reference    TEXT NOT NULL,
    -- where the client pays; empty once nobody can
    address      TEXT NOT NULL,
    -- of the last failure, in words; empty = none
    cause        TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    ends_at      BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);
CREATE INDEX payments_checkout_invoice ON payments_checkout (workspace_id, invoice_id, id);
CREATE INDEX payments_checkout_reference ON payments_checkout (workspace_id, provider, reference);

-- Each figure only ever grows, so that news may come twice and in any order.
CREATE TABLE payments_taking (
    workspace_id     BIGINT NOT NULL,
    id               BIGINT NOT NULL,
    provider         TEXT NOT NULL,
    reference        TEXT NOT NULL,
    -- nothing while a refund or a dispute came before the payment itself
    checkout_id      BIGINT,
    amount           BIGINT NOT NULL,
    refunded         BIGINT NOT NULL,
    taken_at         BIGINT,
    -- what of it stands in the ledger of payments
    recorded         BIGINT NOT NULL,
    recorded_refunds BIGINT NOT NULL,
    recorded_losses  BIGINT NOT NULL,
    lines            BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, provider, reference),
    FOREIGN KEY (workspace_id, checkout_id) REFERENCES payments_checkout (workspace_id, id)
);
CREATE INDEX payments_taking_checkout ON payments_taking (workspace_id, checkout_id);

CREATE TABLE payments_dispute (
    workspace_id  BIGINT NOT NULL,
    provider      TEXT NOT NULL,
    reference     TEXT NOT NULL,
    -- reference of the taking
    payment       TEXT NOT NULL,
    amount        BIGINT NOT NULL,
    is_withdrawn  BOOLEAN NOT NULL,
    is_reinstated BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, provider, reference)
);
CREATE INDEX payments_dispute_payment ON payments_dispute (workspace_id, provider, payment);

-- What a provider told of these, once each.
CREATE TABLE payments_notice (
    workspace_id BIGINT NOT NULL,
    provider     TEXT NOT NULL,
    event        TEXT NOT NULL,
    kind         TEXT NOT NULL,
    told_at      BIGINT NOT NULL,
    received_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, provider, event)
);
