-- Clients of a file are invited to the portal once it is read, or from the day the team chose. Files that
-- were read before invite nobody.
-- table: crm_import_guest business
ALTER TABLE crm_import ADD COLUMN invites BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE crm_import ADD COLUMN invite_day TEXT NOT NULL DEFAULT '';

-- A client the import made, written with him: who waits is invited exactly once, whatever runs again.
CREATE TABLE crm_import_guest (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    import_id    BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    state        TEXT NOT NULL
        CHECK (state IN ('waiting', 'invited', 'no_email', 'refuses', 'has_access', 'archived')),
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, import_id) REFERENCES crm_import (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_import_guest_by_state ON crm_import_guest (workspace_id, import_id, state, id);
CREATE INDEX crm_import_guest_by_client ON crm_import_guest (workspace_id, client_id, id);
