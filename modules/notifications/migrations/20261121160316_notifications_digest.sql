-- Somebody may want one mail a day instead of one an event.
-- table: notifications_digest business
-- table: notifications_digest_line business
CREATE TABLE notifications_digest (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    since         BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, membership_id)
);

-- What the next mail will say, by kind and id only; gone once sent or read.
CREATE TABLE notifications_digest_line (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject_id    BIGINT NOT NULL,
    event         TEXT NOT NULL,
    times         BIGINT NOT NULL CHECK (times >= 1),
    last_at       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, subject_kind, subject_id, event)
);
CREATE INDEX notifications_digest_line_by_subject
    ON notifications_digest_line (workspace_id, subject_kind, subject_id, event);
