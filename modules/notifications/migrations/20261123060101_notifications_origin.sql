-- What is deleted before anybody read of it must not be told: each line knows which publications and
-- comments it counts, by kind and id only, and since when.
-- table: notifications_origin business
CREATE TABLE notifications_origin (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    origin_kind   TEXT NOT NULL CHECK (origin_kind <> '' AND length(origin_kind) <= 40),
    origin_id     BIGINT NOT NULL,
    event         TEXT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject_id    BIGINT NOT NULL,
    actor_id      BIGINT,
    told_at       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, origin_kind, origin_id, membership_id, event)
);
CREATE INDEX notifications_origin_by_line
    ON notifications_origin (workspace_id, membership_id, subject_kind, subject_id, event, told_at);
CREATE INDEX notifications_origin_by_age
    ON notifications_origin (workspace_id, told_at);

ALTER TABLE notifications_message_line ADD COLUMN first_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE notifications_digest_line ADD COLUMN first_at BIGINT NOT NULL DEFAULT 0;
