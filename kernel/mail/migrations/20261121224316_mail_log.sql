-- The log of mails is read by day, by status and by recipient, the newest first; one that came back is told
-- from one that never left. An address came back before this too: those are not told apart.
ALTER TABLE outbox ADD COLUMN bounced_at BIGINT;

CREATE INDEX outbox_by_fate ON outbox (workspace_id, state, created_at, id);
CREATE INDEX outbox_by_time ON outbox (workspace_id, created_at, id);
CREATE INDEX outbox_by_recipient ON outbox (workspace_id, lower(to_email), created_at, id);
