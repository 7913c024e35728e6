-- What opens a site: the code of a gate, of an alarm, of a recorder. Masked on every page until somebody
-- with the right asks to see one, which the journal keeps. Projects that exist have none.
-- table: projects_access_code business
CREATE TABLE projects_access_code (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    project_id   BIGINT NOT NULL,
    label        TEXT NOT NULL CHECK (label <> ''),
    code         TEXT NOT NULL CHECK (code <> ''),
    written_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, project_id) REFERENCES projects_project (workspace_id, id)
);
CREATE INDEX projects_access_code_by_project ON projects_access_code (workspace_id, project_id, id);
