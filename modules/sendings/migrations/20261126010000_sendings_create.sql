-- Invoices that are issued and sent together: what was ticked, in order, and what became of each. An invoice waits in
-- one sending at most, however often and by how many it is pressed. A draft may be removed meanwhile: no key holds it.
-- table: sendings_sending business
-- table: sendings_item business
CREATE TABLE sendings_sending (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    asked_by     BIGINT NOT NULL,
    asked_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE sendings_item (
    workspace_id BIGINT NOT NULL,
    sending_id   BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    position     BIGINT NOT NULL CHECK (position > 0),
    -- of what the page showed
    seen_version BIGINT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed')),
    -- the number it took
    number       TEXT NOT NULL,
    -- why it did not leave, and where that is mended
    problem      TEXT NOT NULL,
    path         TEXT NOT NULL,
    PRIMARY KEY (workspace_id, sending_id, invoice_id),
    FOREIGN KEY (workspace_id, sending_id) REFERENCES sendings_sending (workspace_id, id)
);
CREATE UNIQUE INDEX sendings_item_waits_once ON sendings_item (workspace_id, invoice_id) WHERE state = 'waiting';
