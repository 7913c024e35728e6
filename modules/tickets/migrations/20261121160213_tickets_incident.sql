-- One problem at many clients: a ticket is the incident of others, and one answer goes to each of them.
-- table: tickets_incident_child business
-- table: tickets_broadcast business
-- table: tickets_delivery business

CREATE TABLE tickets_incident_child (
    workspace_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    incident_id  BIGINT NOT NULL,
    gathered_by  BIGINT NOT NULL,
    gathered_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id),
    FOREIGN KEY (workspace_id, incident_id) REFERENCES tickets_ticket (workspace_id, id),
    CHECK (ticket_id <> incident_id)
);
CREATE INDEX tickets_incident_child_by_incident
    ON tickets_incident_child (workspace_id, incident_id, ticket_id);

CREATE TABLE tickets_broadcast (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    incident_id  BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('answer', 'resolve')),
    body         TEXT NOT NULL CHECK (body <> ''),
    sent_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, incident_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_broadcast_by_incident ON tickets_broadcast (workspace_id, incident_id, id);

-- One line a ticket that was there when it was sent; it leaves « waiting » in the transaction that writes to
-- its client, so that nobody is told twice.
CREATE TABLE tickets_delivery (
    workspace_id BIGINT NOT NULL,
    broadcast_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    outcome      TEXT NOT NULL CHECK (outcome IN ('waiting', 'done', 'refused')),
    reason       TEXT NOT NULL,
    PRIMARY KEY (workspace_id, broadcast_id, ticket_id),
    FOREIGN KEY (workspace_id, broadcast_id) REFERENCES tickets_broadcast (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_delivery_by_outcome
    ON tickets_delivery (workspace_id, broadcast_id, outcome, ticket_id);
