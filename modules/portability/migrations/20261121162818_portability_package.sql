-- Exports asked for from the settings: made by a job, downloaded for seven days by who may.
-- table: portability_package business
CREATE TABLE portability_package (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    asked_by     BIGINT NOT NULL,
    asked_at     BIGINT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'gone')),
    ready_at     BIGINT,
    byte_count   BIGINT NOT NULL,
    row_count    BIGINT NOT NULL,
    file_count   BIGINT NOT NULL,
    sha256       TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX portability_package_by_state ON portability_package (workspace_id, state, id);
