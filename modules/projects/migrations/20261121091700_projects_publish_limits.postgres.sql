-- What lists of other modules may join: to which projects a portal user is limited.
CREATE VIEW projects_published_limit WITH (security_invoker = true) AS
    SELECT workspace_id, membership_id, project_id FROM projects_limit;
