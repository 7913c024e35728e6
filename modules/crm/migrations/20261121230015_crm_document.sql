-- Documents of a client: what the team keeps with his record, each for the team alone or shared with
-- him in his portal. Clients that exist have none yet. The bytes are a file of the client, part = document.
-- table: crm_document business
CREATE TABLE crm_document (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    audience     TEXT NOT NULL CHECK (audience IN ('internal', 'shared')),
    added_by     BIGINT NOT NULL,
    added_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_document_by_client ON crm_document (workspace_id, client_id, id);
