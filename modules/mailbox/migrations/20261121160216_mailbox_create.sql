-- What came in by e-mail and what became of it: nothing acts as somebody because a message says so,
-- so what is not proven waits for the team.
-- table: mailbox_received business
CREATE TABLE mailbox_received (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    -- of what the sender decides: the same message delivered twice is one row
    fingerprint  TEXT NOT NULL CHECK (length(fingerprint) = 64),
    from_name    TEXT NOT NULL,
    from_email   TEXT NOT NULL,
    subject      TEXT NOT NULL,
    text         TEXT NOT NULL,
    quoted       TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'added', 'opened', 'rejected', 'ignored')),
    why          TEXT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    left_out     BIGINT NOT NULL,
    received_at  BIGINT NOT NULL,
    settled_at   BIGINT,
    settled_by   BIGINT,
    PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX mailbox_received_once ON mailbox_received (workspace_id, fingerprint);
CREATE INDEX mailbox_received_waiting ON mailbox_received (workspace_id, id) WHERE state = 'waiting';
CREATE INDEX mailbox_received_by_sender ON mailbox_received (workspace_id, from_email, received_at);
