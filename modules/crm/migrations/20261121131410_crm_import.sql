-- Client lists brought from another tool: how the file is read, how far the job came, and each line
-- that was not taken with its reason. The bytes are a file of the import, and go when it ends.
-- table: crm_import business
-- table: crm_import_problem business
CREATE TABLE crm_import (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    author_id    BIGINT NOT NULL,
    name         TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'running', 'done')),
    delimiter    TEXT NOT NULL,
    encoding     TEXT NOT NULL,
    has_titles   BOOLEAN NOT NULL,
    columns      TEXT NOT NULL,
    doubles      TEXT NOT NULL CHECK (doubles IN ('ignore', 'complete', 'create')),
    lines        BIGINT NOT NULL,
    lines_read   BIGINT NOT NULL,
    added        BIGINT NOT NULL,
    completed    BIGINT NOT NULL,
    ignored      BIGINT NOT NULL,
    refused      BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE crm_import_problem (
    workspace_id BIGINT NOT NULL,
    import_id    BIGINT NOT NULL,
    line         BIGINT NOT NULL,
    field        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    params       TEXT NOT NULL,
    PRIMARY KEY (workspace_id, import_id, line, field),
    FOREIGN KEY (workspace_id, import_id) REFERENCES crm_import (workspace_id, id)
);

-- The same telephone is looked for at each line of an import, and at each new client.
CREATE INDEX crm_client_by_phone ON crm_client (workspace_id, phone, id);
