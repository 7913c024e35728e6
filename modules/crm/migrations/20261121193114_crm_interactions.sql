-- The journal of exchanges with a client: calls, meetings and mails the team writes down, and the
-- mails of the platform, which have no author. Clients that exist have none yet.
-- table: crm_interaction business
CREATE TABLE crm_interaction (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    client_id     BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('call', 'email', 'meeting', 'note')),
    happened_at   BIGINT NOT NULL,
    minutes       BIGINT NOT NULL CHECK (minutes >= 0),
    author_id     BIGINT,
    correspondent TEXT NOT NULL,
    summary       TEXT NOT NULL CHECK (summary <> ''),
    follow_up_day TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_interaction_by_client
    ON crm_interaction (workspace_id, client_id, happened_at, id);
CREATE INDEX crm_interaction_by_correspondent
    ON crm_interaction (workspace_id, correspondent, id);
