-- What a ticket needs done, ticked by whom and when; some must be done before it can be resolved.
-- table: tickets_checklist business
-- table: tickets_checklist_item business
-- table: tickets_checklist_template business

CREATE TABLE tickets_checklist (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    is_required  BOOLEAN NOT NULL,
    added_by     BIGINT NOT NULL,
    added_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_checklist_by_ticket ON tickets_checklist (workspace_id, ticket_id, id);

-- done_by is empty until it is done.
CREATE TABLE tickets_checklist_item (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    checklist_id BIGINT NOT NULL,
    ticket_id    BIGINT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    done_by      BIGINT,
    done_at      BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, checklist_id) REFERENCES tickets_checklist (workspace_id, id),
    FOREIGN KEY (workspace_id, ticket_id) REFERENCES tickets_ticket (workspace_id, id)
);
CREATE INDEX tickets_checklist_item_by_ticket
    ON tickets_checklist_item (workspace_id, ticket_id, checklist_id, id);

-- items holds one line an item.
CREATE TABLE tickets_checklist_template (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    search_key   TEXT NOT NULL,
    items        TEXT NOT NULL CHECK (items <> ''),
    is_required  BOOLEAN NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
