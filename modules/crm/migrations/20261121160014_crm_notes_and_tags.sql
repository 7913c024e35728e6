-- What the team knows of a client and never tells it: coloured tags, notes, and alerts shown before one
-- acts. Clients that exist have none.
-- table: crm_tag business
-- table: crm_client_tag business
-- table: crm_note business
-- table: crm_alert business
CREATE TABLE crm_tag (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    search_key   TEXT NOT NULL CHECK (search_key <> ''),
    tone         TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX crm_tag_by_name ON crm_tag (workspace_id, search_key);

CREATE TABLE crm_client_tag (
    workspace_id BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    tag_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, client_id, tag_id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id),
    FOREIGN KEY (workspace_id, tag_id) REFERENCES crm_tag (workspace_id, id)
);
CREATE INDEX crm_client_tag_by_tag ON crm_client_tag (workspace_id, tag_id, client_id);

CREATE TABLE crm_note (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    category     TEXT NOT NULL CHECK (category IN ('free', 'behaviour', 'satisfaction', 'alert')),
    body         TEXT NOT NULL CHECK (body <> ''),
    written_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_note_by_client ON crm_note (workspace_id, client_id, id);

-- Dates are days of the workspace; until_day is the last day shown, empty without end.
CREATE TABLE crm_alert (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    strength     TEXT NOT NULL CHECK (strength IN ('informative', 'blocking')),
    words        TEXT NOT NULL CHECK (words <> ''),
    from_day     TEXT NOT NULL,
    until_day    TEXT NOT NULL,
    written_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_alert_by_client ON crm_alert (workspace_id, client_id, id);
