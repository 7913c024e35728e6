-- A client lets a business take money from his bank account: only the provider knows which account.
-- table: payments_mandate business
CREATE TABLE payments_mandate (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    provider     TEXT NOT NULL,
    reference    TEXT NOT NULL,
    client_id    BIGINT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('active', 'ended')),
    signed_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, provider, reference)
);
CREATE INDEX payments_mandate_client ON payments_mandate (workspace_id, client_id, provider);

-- A debit takes days: it has a name before it has money, and a day when the bank is asked.
ALTER TABLE payments_checkout ADD COLUMN payment TEXT NOT NULL DEFAULT '';
ALTER TABLE payments_checkout ADD COLUMN charge_on TEXT;
CREATE INDEX payments_checkout_payment ON payments_checkout (workspace_id, provider, payment);
