-- What a business promises by priority and when it is open, and how far each open ticket is from it.
-- table: tickets_sla business
-- table: tickets_clock business

CREATE TABLE tickets_sla (
    workspace_id BIGINT NOT NULL,
    hours        TEXT NOT NULL,
    days_off     TEXT NOT NULL,
    targets      TEXT NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id)
);

-- target and spent are microseconds of open time; running_since is empty while the clock is paused
-- and once the promise is kept.
CREATE TABLE tickets_clock (
    workspace_id  BIGINT NOT NULL,
    ticket_id     BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('first_reply', 'resolution')),
    target        BIGINT NOT NULL,
    spent         BIGINT NOT NULL,
    running_since BIGINT,
    due_at        BIGINT,
    met_at        BIGINT,
    is_warned     BOOLEAN NOT NULL,
    is_breached   BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id, kind),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
