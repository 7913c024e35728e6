-- A workspace that uses the states of another trade and comes back finds each ticket where it was:
-- what its anchor does not tell is kept here, until then.
-- table: tickets_former_state business

CREATE TABLE tickets_former_state (
    workspace_id BIGINT NOT NULL,
    vocabulary   TEXT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    state        TEXT NOT NULL,
    state_since  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, vocabulary, ticket_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
