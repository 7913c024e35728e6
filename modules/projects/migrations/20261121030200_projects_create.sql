-- A project is where the work happens: « site » for a support desk, « chantier » for a builder.
-- Clients see the projects assigned to them, and nothing else.
-- table: projects_project business
-- table: projects_assignment business
-- table: projects_waiting_client business
CREATE TABLE projects_project (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    search_key   TEXT NOT NULL,
    address      TEXT NOT NULL,
    postal_code  TEXT NOT NULL,
    city         TEXT NOT NULL,
    description  TEXT NOT NULL,
    archived_at  BIGINT,
    created_at   BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX projects_project_by_name ON projects_project (workspace_id, search_key, id);

CREATE TABLE projects_assignment (
    workspace_id BIGINT NOT NULL,
    project_id   BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    assigned_by  BIGINT NOT NULL,
    assigned_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, project_id, client_id),
    FOREIGN KEY (workspace_id, project_id) REFERENCES projects_project (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX projects_assignment_by_client ON projects_assignment (workspace_id, client_id, project_id);

-- Clients who registered by themselves and have no project yet: the alert of the home page. The row
-- goes with the first assignment.
CREATE TABLE projects_waiting_client (
    workspace_id BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    since        BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, client_id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
