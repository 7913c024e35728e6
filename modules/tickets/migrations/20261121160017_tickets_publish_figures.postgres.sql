-- Figures over a period read what was opened, answered and resolved in it, and how long each client was
-- waited for, without reading the timeline: one index per moment holds all that a figure needs.
ALTER TABLE tickets_ticket ADD COLUMN waited BIGINT NOT NULL DEFAULT 0;

-- The only state that waits for the client in any preset until now is « attente_client »: each stay is
-- from the move into it to the next move out of it.
UPDATE tickets_ticket
   SET waited = (SELECT CAST(COALESCE(SUM(
                     (SELECT MIN(later.happened_at) FROM tickets_event later
                       WHERE later.workspace_id = stay.workspace_id
                         AND later.ticket_id = stay.ticket_id AND later.kind = 'moved'
                         AND later.old_value = 'attente_client'
                         AND later.happened_at >= stay.happened_at) - stay.happened_at), 0) AS BIGINT)
                   FROM tickets_event stay
                  WHERE stay.workspace_id = tickets_ticket.workspace_id
                    AND stay.ticket_id = tickets_ticket.id AND stay.kind = 'moved'
                    AND stay.new_value = 'attente_client');

CREATE INDEX tickets_ticket_by_opening
    ON tickets_ticket (workspace_id, opened_at, id, priority, assignee_id, client_id);
CREATE INDEX tickets_ticket_by_resolution
    ON tickets_ticket (workspace_id, resolved_at, id, priority, assignee_id, client_id, opened_at,
                       waited, reopened_count, close_reason);
CREATE INDEX tickets_ticket_by_first_reply
    ON tickets_ticket (workspace_id, first_reply_at, id, priority, assignee_id, client_id, opened_at);

CREATE VIEW tickets_published_ticket WITH (security_invoker = true) AS
    SELECT workspace_id, id, number, title, priority, anchor, is_open, project_id, client_id,
           assignee_id, opened_at, first_reply_at, resolved_at, close_reason, reopened_count, waited
      FROM tickets_ticket;
CREATE VIEW tickets_published_rating WITH (security_invoker = true) AS
    SELECT workspace_id, ticket_id, resolution, score, rated_at
      FROM tickets_rating;
