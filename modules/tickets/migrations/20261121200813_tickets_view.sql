-- What somebody looks at often, under a name: the list narrowed one way, his own or the team's.
-- table: tickets_view business

-- query is the part of the list's address after « ? », as the list writes it itself.
CREATE TABLE tickets_view (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    name          TEXT NOT NULL CHECK (name <> ''),
    search_key    TEXT NOT NULL,
    query         TEXT NOT NULL,
    is_shared     BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX tickets_view_by_member ON tickets_view (workspace_id, membership_id, search_key);
CREATE INDEX tickets_view_by_share ON tickets_view (workspace_id, is_shared, search_key, id);

-- What tickets open with, for each member: empty, the view « À traiter ».
ALTER TABLE tickets_layout ADD COLUMN view_id BIGINT;

-- A period long past is looked for in the index, and what is unread among the open ones.
DROP INDEX tickets_ticket_by_activity;
CREATE INDEX tickets_ticket_by_activity
    ON tickets_ticket (workspace_id, last_activity_at, id, opened_at);
CREATE INDEX tickets_ticket_open ON tickets_ticket (workspace_id, last_activity_at, id) WHERE is_open = TRUE;
