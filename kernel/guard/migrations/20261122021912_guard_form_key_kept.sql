-- What a device did without network may arrive weeks later, and twice: its key is kept longer than a form's.
ALTER TABLE form_key ADD COLUMN kept_until BIGINT NOT NULL DEFAULT 0;
UPDATE form_key SET kept_until = at + 86400000000;
DROP INDEX form_key_by_age;
CREATE INDEX form_key_by_end ON form_key (kept_until);
