-- What requests are about, in the words of the business: several per ticket, found again by the list and the board.
-- table: tickets_category business
-- table: tickets_filing business

-- assignee_id: who gets the tickets of the category that nobody has. retired_at: not offered any more, kept where it is.
CREATE TABLE tickets_category (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    search_key   TEXT NOT NULL,
    position     BIGINT NOT NULL,
    assignee_id  BIGINT,
    retired_at   BIGINT,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX tickets_category_by_name ON tickets_category (workspace_id, search_key);

-- state, last_activity_at and opened_at are those of the ticket, written with it: a page of one category and a column of the
-- board are read from an index, whatever the other tickets are.
CREATE TABLE tickets_filing (
    workspace_id     BIGINT NOT NULL,
    ticket_id        BIGINT NOT NULL,
    category_id      BIGINT NOT NULL,
    state            TEXT NOT NULL,
    last_activity_at BIGINT NOT NULL,
    opened_at        BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id, category_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id),
    FOREIGN KEY (workspace_id, category_id) REFERENCES tickets_category (workspace_id, id)
);
CREATE INDEX tickets_filing_by_activity
    ON tickets_filing (workspace_id, category_id, last_activity_at, ticket_id, opened_at);
CREATE INDEX tickets_filing_by_state
    ON tickets_filing (workspace_id, category_id, state, last_activity_at, ticket_id);
