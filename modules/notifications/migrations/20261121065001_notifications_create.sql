-- Who was told of what in the application, and what business and person want told, by which channel.
-- Nothing is told of what happened before.
-- table: notifications_notification business
-- table: notifications_rule business
-- table: notifications_choice business

-- One line of somebody's centre. What it is about is named by kind and id only: title and rights are
-- asked of its module when the line is shown. Repetitions are counted in `times`.
CREATE TABLE notifications_notification (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    event         TEXT NOT NULL CHECK (event <> '' AND length(event) <= 60),
    subject_kind  TEXT NOT NULL CHECK (subject_kind <> '' AND length(subject_kind) <= 40),
    subject_id    BIGINT NOT NULL,
    actor_id      BIGINT,
    state         TEXT NOT NULL CHECK (length(state) <= 120),
    times         BIGINT NOT NULL CHECK (times >= 1),
    first_at      BIGINT NOT NULL,
    last_at       BIGINT NOT NULL,
    read_at       BIGINT,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX notifications_notification_by_reader
    ON notifications_notification (workspace_id, membership_id, last_at, id);
CREATE INDEX notifications_notification_unread
    ON notifications_notification (workspace_id, membership_id, subject_kind, subject_id)
    WHERE read_at IS NULL;
CREATE INDEX notifications_notification_by_subject
    ON notifications_notification (workspace_id, subject_kind, subject_id, first_at);
CREATE INDEX notifications_notification_by_age
    ON notifications_notification (workspace_id, last_at);

-- What the business changed of its preset's table, for one role.
CREATE TABLE notifications_rule (
    workspace_id BIGINT NOT NULL,
    role         TEXT NOT NULL,
    event        TEXT NOT NULL,
    channel      TEXT NOT NULL CHECK (channel IN ('app', 'email')),
    setting      TEXT NOT NULL CHECK (setting IN ('closed', 'off', 'on')),
    PRIMARY KEY (workspace_id, role, event, channel)
);

-- What a person wants otherwise than his role.
CREATE TABLE notifications_choice (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    event         TEXT NOT NULL,
    channel       TEXT NOT NULL CHECK (channel IN ('app', 'email')),
    is_on         BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, event, channel)
);
CREATE INDEX notifications_choice_by_event
    ON notifications_choice (workspace_id, event, channel, membership_id);
