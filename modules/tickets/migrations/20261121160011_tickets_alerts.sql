-- An urgent ticket nobody takes is told to the admins once, until somebody has had it.
-- table: tickets_alert business

CREATE TABLE tickets_alert (
    workspace_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    told_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
