-- The timeline of a client reads his tickets in the order they were opened, a page at a time.
CREATE INDEX tickets_ticket_by_client_opening
    ON tickets_ticket (workspace_id, client_id, opened_at, id);
