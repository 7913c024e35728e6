-- Two records of one client made one: what moved and what changed is kept, so that it can be undone.
-- Clients that exist were never merged.
-- table: crm_merge business
-- table: crm_merge_row business
-- table: crm_merge_field business
CREATE TABLE crm_merge (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    kept_id       BIGINT NOT NULL,
    merged_id     BIGINT NOT NULL,
    author_id     BIGINT NOT NULL,
    merged_status TEXT NOT NULL,
    merged_at     BIGINT NOT NULL,
    is_undone     BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, kept_id) REFERENCES crm_client (workspace_id, id),
    FOREIGN KEY (workspace_id, merged_id) REFERENCES crm_client (workspace_id, id),
    CHECK (kept_id <> merged_id)
);
CREATE UNIQUE INDEX crm_merge_by_merged ON crm_merge (workspace_id, merged_id) WHERE NOT is_undone;
CREATE INDEX crm_merge_by_kept ON crm_merge (workspace_id, kept_id, id);

-- row_id is what names the row in its table beside the client: an id, a project, a tag.
CREATE TABLE crm_merge_row (
    workspace_id BIGINT NOT NULL,
    merge_id     BIGINT NOT NULL,
    table_name   TEXT NOT NULL,
    row_id       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, merge_id, table_name, row_id),
    FOREIGN KEY (workspace_id, merge_id) REFERENCES crm_merge (workspace_id, id)
);

CREATE TABLE crm_merge_field (
    workspace_id BIGINT NOT NULL,
    merge_id     BIGINT NOT NULL,
    field        TEXT NOT NULL,
    before       TEXT NOT NULL,
    after        TEXT NOT NULL,
    PRIMARY KEY (workspace_id, merge_id, field),
    FOREIGN KEY (workspace_id, merge_id) REFERENCES crm_merge (workspace_id, id)
);
