-- A paper may go with a message: the file stays where it is, and is read when the message leaves.
-- table: outbox_attachment shared
CREATE TABLE outbox_attachment (
    workspace_id BIGINT NOT NULL,
    message      BIGINT NOT NULL,
    file_id      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, message, file_id),
    FOREIGN KEY (workspace_id, message) REFERENCES outbox (workspace_id, id) ON DELETE CASCADE
);
