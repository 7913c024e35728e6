-- A business may receive mail here: where, and who may be believed about senders. Its messages to
-- clients say where an answer goes, and one's own messages are known again by their identifiers.
-- table: mail_mailbox shared
CREATE TABLE mail_mailbox (
    workspace_id   BIGINT NOT NULL,
    address        TEXT NOT NULL,
    -- authserv-id whose Authentication-Results are believed; empty = nobody's
    trusted_server TEXT NOT NULL,
    -- draft until a message sent to it has come in
    state          TEXT NOT NULL CHECK (state IN ('draft', 'connected', 'stopped')),
    check_id       BIGINT NOT NULL,
    connected_at   BIGINT,
    PRIMARY KEY (workspace_id)
);

ALTER TABLE outbox ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';
CREATE INDEX outbox_by_message_id ON outbox (workspace_id, message_id);
