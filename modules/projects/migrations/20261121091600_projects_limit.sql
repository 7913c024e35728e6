-- A portal user may be limited to some of the projects of his client. Nobody is until the team says so.
-- table: projects_limit business

-- One row a project he sees, and one with project 0 that says he is limited: with it alone he sees none.
CREATE TABLE projects_limit (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    project_id    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, project_id)
);
