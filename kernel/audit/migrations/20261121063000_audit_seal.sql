-- Chains the audit: each entry gets a place in a batch, each batch covers the one before, heads are
-- signed. Entries and seals are only ever added to; rows that exist are sealed by the first round.
-- The platform's own chain is that of workspace 0. The index serves the journal, newest first.
-- table: audit_entry log
-- table: platform_audit_entry platform_log
-- table: audit_batch log
-- table: audit_seal log
-- table: audit_head log
CREATE TABLE audit_batch (
    workspace_id BIGINT NOT NULL,
    batch        BIGINT NOT NULL CHECK (batch >= 1),
    sealed_at    BIGINT NOT NULL,
    entries      BIGINT NOT NULL CHECK (entries >= 1),
    previous     TEXT NOT NULL,
    hash         TEXT NOT NULL,
    PRIMARY KEY (workspace_id, batch)
);

CREATE TABLE audit_seal (
    workspace_id BIGINT NOT NULL,
    batch        BIGINT NOT NULL,
    position     BIGINT NOT NULL,
    entry        BIGINT NOT NULL,
    hash         TEXT NOT NULL,
    PRIMARY KEY (workspace_id, batch, position)
);
CREATE UNIQUE INDEX audit_seal_by_entry ON audit_seal (workspace_id, entry);

CREATE TABLE audit_head (
    workspace_id BIGINT NOT NULL,
    number       BIGINT NOT NULL,
    batch        BIGINT NOT NULL,
    hash         TEXT NOT NULL,
    entries      BIGINT NOT NULL,
    signed_at    BIGINT NOT NULL,
    key          TEXT NOT NULL,
    signature    TEXT NOT NULL,
    PRIMARY KEY (workspace_id, number)
);

CREATE INDEX audit_entry_by_time ON audit_entry (workspace_id, at, id);
