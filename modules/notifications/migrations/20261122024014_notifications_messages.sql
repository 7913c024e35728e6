-- A third channel, and messages that gather what happened to one object within ten minutes. The
-- tables are made again: SQLite changes no CHECK in place.
-- table: notifications_rule business
-- table: notifications_choice business
-- table: notifications_message_line business
ALTER TABLE notifications_rule RENAME TO notifications_rule_before;
CREATE TABLE notifications_rule (
    workspace_id BIGINT NOT NULL,
    role         TEXT NOT NULL,
    event        TEXT NOT NULL,
    channel      TEXT NOT NULL CHECK (channel IN ('app', 'email', 'sms')),
    setting      TEXT NOT NULL CHECK (setting IN ('closed', 'off', 'on')),
    PRIMARY KEY (workspace_id, role, event, channel)
);
INSERT INTO notifications_rule (workspace_id, role, event, channel, setting)
SELECT workspace_id, role, event, channel, setting FROM notifications_rule_before;
DROP TABLE notifications_rule_before;

ALTER TABLE notifications_choice RENAME TO notifications_choice_before;
CREATE TABLE notifications_choice (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    event         TEXT NOT NULL,
    channel       TEXT NOT NULL CHECK (channel IN ('app', 'email', 'sms')),
    is_on         BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, event, channel)
);
INSERT INTO notifications_choice (workspace_id, membership_id, event, channel, is_on)
SELECT workspace_id, membership_id, event, channel, is_on FROM notifications_choice_before;
DROP TABLE notifications_choice_before;
CREATE INDEX notifications_choice_by_event
    ON notifications_choice (workspace_id, event, channel, membership_id);

-- What the next message to somebody about an object will say, by kind and id only; gone once sent
-- or read.
CREATE TABLE notifications_message_line (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    subject_kind  TEXT NOT NULL,
    subject_id    BIGINT NOT NULL,
    event         TEXT NOT NULL,
    actor_id      BIGINT,
    times         BIGINT NOT NULL CHECK (times >= 1),
    last_at       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, subject_kind, subject_id, event)
);
