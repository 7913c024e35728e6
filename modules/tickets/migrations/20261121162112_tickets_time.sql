-- Time spent on a ticket, by hand or by a timer: what billing and contracts read later.
-- table: tickets_time business
-- table: tickets_timer business

CREATE TABLE tickets_time (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    worked_on    TEXT NOT NULL,
    minutes      BIGINT NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    is_billable  BOOLEAN NOT NULL,
    note         TEXT NOT NULL,
    written_at   BIGINT NOT NULL,
    edited_at    BIGINT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_time_by_ticket ON tickets_time (workspace_id, ticket_id, worked_on, id);
CREATE INDEX tickets_time_by_day ON tickets_time (workspace_id, worked_on, ticket_id);

-- One running at a time for each member.
CREATE TABLE tickets_timer (
    workspace_id BIGINT NOT NULL,
    member_id    BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    started_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, member_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
