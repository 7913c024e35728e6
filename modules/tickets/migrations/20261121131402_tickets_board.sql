-- The board reads the newest tickets of each state, and each member finds it or the list as he left them.
-- table: tickets_layout business

-- What the filters of the board ask stands in the index: a column of 100 000 closed tickets is narrowed
-- without reading them. Who looks at his own has an index that begins with him.
CREATE INDEX tickets_ticket_by_state
    ON tickets_ticket (workspace_id, state, last_activity_at, id, priority, project_id, client_id);
CREATE INDEX tickets_ticket_by_assignee_and_state
    ON tickets_ticket (workspace_id, assignee_id, state, last_activity_at, id);

CREATE TABLE tickets_layout (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    layout        TEXT NOT NULL CHECK (layout IN ('list', 'board')),
    PRIMARY KEY (workspace_id, membership_id)
);
