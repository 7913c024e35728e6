-- A ticket that ended in another of the same client: what was said stays where it was said and is read there.
-- table: tickets_merge business

-- into_id is never itself merged: a later merge moves it on.
CREATE TABLE tickets_merge (
    workspace_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    into_id      BIGINT NOT NULL,
    merged_by    BIGINT NOT NULL,
    merged_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id),
    FOREIGN KEY (workspace_id, into_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_merge_by_kept ON tickets_merge (workspace_id, into_id, ticket_id);
