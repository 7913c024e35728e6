-- A third channel, and messages that gather what happened to one object within ten minutes.
-- table: notifications_message_line business
ALTER TABLE notifications_rule DROP CONSTRAINT notifications_rule_channel_check;
ALTER TABLE notifications_rule ADD CONSTRAINT notifications_rule_channel_check
    CHECK (channel IN ('app', 'email', 'sms'));
ALTER TABLE notifications_choice DROP CONSTRAINT notifications_choice_channel_check;
ALTER TABLE notifications_choice ADD CONSTRAINT notifications_choice_channel_check
    CHECK (channel IN ('app', 'email', 'sms'));

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
