-- Replies written once and used often: their text names what changes from one ticket to the next.
-- table: tickets_reply business

CREATE TABLE tickets_reply (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    search_key   TEXT NOT NULL,
    body         TEXT NOT NULL CHECK (body <> ''),
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX tickets_reply_by_title ON tickets_reply (workspace_id, search_key, id);
