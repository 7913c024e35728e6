-- A special price that a client has because he keeps what he paid before that version: what was decided of the
-- version takes it back.
ALTER TABLE pricebook_special ADD COLUMN kept_for BIGINT;
CREATE INDEX pricebook_special_kept ON pricebook_special (workspace_id, kept_for, id);
