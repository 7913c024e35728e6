-- A request of a client and everything said and done about it. Internal notes have their own table,
-- so that no statement that reads the thread of a client can bring one.
-- table: tickets_counter business
-- table: tickets_ticket business
-- table: tickets_message business
-- table: tickets_note business
-- table: tickets_event business
-- table: tickets_share business
-- table: tickets_read business
-- table: tickets_rating business

-- The last number given, per year: taken in the transaction that opens the ticket.
CREATE TABLE tickets_counter (
    workspace_id BIGINT NOT NULL,
    year         BIGINT NOT NULL,
    last         BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, year)
);

-- state is the word of the preset, anchor what rules bind to; waits_on and is_open follow the anchor
-- and lead the indexes of the lists. last_activity_at counts notes too and is for the team;
-- last_public_at is what the client may know.
CREATE TABLE tickets_ticket (
    workspace_id       BIGINT NOT NULL,
    id                 BIGINT NOT NULL,
    number             TEXT NOT NULL,
    title              TEXT NOT NULL CHECK (title <> ''),
    description        TEXT NOT NULL,
    excerpt            TEXT NOT NULL,
    priority           TEXT NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
    state              TEXT NOT NULL,
    anchor             TEXT NOT NULL CHECK (anchor IN ('new', 'assigned', 'active', 'waiting_client',
                                                       'postponed', 'resolved', 'closed', 'cancelled')),
    waits_on           TEXT NOT NULL CHECK (waits_on IN ('team', 'client', 'date', 'nobody')),
    is_open            BOOLEAN NOT NULL,
    project_id         BIGINT NOT NULL,
    client_id          BIGINT NOT NULL,
    requester_id       BIGINT,
    opened_by          BIGINT NOT NULL,
    assignee_id        BIGINT,
    origin             TEXT NOT NULL CHECK (origin IN ('portal', 'phone', 'sms', 'email', 'on_site')),
    opened_at          BIGINT NOT NULL,
    last_activity_at   BIGINT NOT NULL,
    last_public_at     BIGINT NOT NULL,
    state_since        BIGINT NOT NULL,
    first_reply_at     BIGINT,
    resolved_at        BIGINT,
    closed_at          BIGINT,
    resolution_summary TEXT NOT NULL,
    close_reason       TEXT NOT NULL,
    resolved_count     BIGINT NOT NULL,
    reopened_count     BIGINT NOT NULL,
    version            BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, project_id) REFERENCES projects_project (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE UNIQUE INDEX tickets_ticket_by_number ON tickets_ticket (workspace_id, number);
CREATE INDEX tickets_ticket_by_activity ON tickets_ticket (workspace_id, last_activity_at, id);
CREATE INDEX tickets_ticket_by_wait ON tickets_ticket (workspace_id, waits_on, last_activity_at, id);
CREATE INDEX tickets_ticket_by_assignee
    ON tickets_ticket (workspace_id, is_open, assignee_id, last_activity_at, id);
CREATE INDEX tickets_ticket_by_client
    ON tickets_ticket (workspace_id, client_id, last_public_at, id);
CREATE INDEX tickets_ticket_by_project
    ON tickets_ticket (workspace_id, project_id, client_id, is_open);
CREATE INDEX tickets_ticket_by_anchor ON tickets_ticket (workspace_id, anchor, state_since, id);

-- What client and team say to each other.
CREATE TABLE tickets_message (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    author_side  TEXT NOT NULL CHECK (author_side IN ('staff', 'portal')),
    kind         TEXT NOT NULL CHECK (kind IN ('message', 'question', 'resolution')),
    body         TEXT NOT NULL CHECK (body <> ''),
    written_at   BIGINT NOT NULL,
    edited_at    BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_message_by_ticket ON tickets_message (workspace_id, ticket_id, written_at, id);

-- What the team says to itself.
CREATE TABLE tickets_note (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    body         TEXT NOT NULL CHECK (body <> ''),
    written_at   BIGINT NOT NULL,
    edited_at    BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_note_by_ticket ON tickets_note (workspace_id, ticket_id, written_at, id);

-- The timeline. actor_id is empty when the platform acted; old_value and new_value are codes or ids.
CREATE TABLE tickets_event (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    actor_id     BIGINT,
    kind         TEXT NOT NULL,
    old_value    TEXT NOT NULL,
    new_value    TEXT NOT NULL,
    is_public    BOOLEAN NOT NULL,
    happened_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_event_by_ticket ON tickets_event (workspace_id, ticket_id, happened_at, id);

-- Colleagues asked to look at a ticket; the assignee does not change.
CREATE TABLE tickets_share (
    workspace_id  BIGINT NOT NULL,
    ticket_id     BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    shared_by     BIGINT NOT NULL,
    message       TEXT NOT NULL,
    shared_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, ticket_id, membership_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_share_by_member ON tickets_share (workspace_id, membership_id, shared_at, ticket_id);

-- Until when each person has read a ticket.
CREATE TABLE tickets_read (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    ticket_id     BIGINT NOT NULL,
    read_at       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, ticket_id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);

-- The client's opinion, one per resolution: the first of a ticket is 1.
CREATE TABLE tickets_rating (
    workspace_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    resolution   BIGINT NOT NULL,
    score        BIGINT NOT NULL CHECK (score BETWEEN 1 AND 5),
    comment      TEXT NOT NULL,
    rated_by     BIGINT NOT NULL,
    rated_at     BIGINT NOT NULL,
    edited_at    BIGINT,
    PRIMARY KEY (workspace_id, ticket_id, resolution),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
