-- The dashboard and « Ma journée » ask at each reading for the open urgent tickets that nobody has: at 100 000
-- tickets that was the longest part of a month's dashboard. Few rows are ever in this index.
CREATE INDEX tickets_ticket_of_nobody
    ON tickets_ticket (workspace_id, priority, opened_at, id)
    WHERE assignee_id IS NULL AND is_open = TRUE;
