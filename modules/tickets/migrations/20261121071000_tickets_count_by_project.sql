-- Counters of a project stop at 99+: with the openness before the client, the open requests of all
-- clients are found without reading those that are over. Rows stay as they are.
DROP INDEX tickets_ticket_by_project;
CREATE INDEX tickets_ticket_by_project
    ON tickets_ticket (workspace_id, project_id, is_open, client_id);
