-- What lists of other modules may join: a project's name and place, and who may see it.
CREATE VIEW projects_published_project AS
    SELECT workspace_id, id, name, search_key, address, postal_code, city, archived_at
      FROM projects_project;

CREATE VIEW projects_published_assignment AS
    SELECT workspace_id, project_id, client_id
      FROM projects_assignment;
