-- Reports divide what happened by what it was about.
CREATE VIEW tickets_published_category AS
    SELECT workspace_id, id, name FROM tickets_category;
CREATE VIEW tickets_published_filing AS
    SELECT workspace_id, ticket_id, category_id FROM tickets_filing;
