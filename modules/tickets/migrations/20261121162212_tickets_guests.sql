-- A ticket opened, one by one, to another client of its project: he reads its public thread on his
-- portal and answers, until the team closes it to him again.
-- table: tickets_guest business

CREATE TABLE tickets_guest (
    workspace_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    opened_by    BIGINT NOT NULL,
    opened_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id, client_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX tickets_guest_by_client ON tickets_guest (workspace_id, client_id, ticket_id);
