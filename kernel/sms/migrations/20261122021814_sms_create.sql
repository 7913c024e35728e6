-- Text messages, as mails are: written in the transaction of the action that wants them, sent by a
-- job. A business pays its provider for each, so one of which nobody knows whether it was taken
-- is asked for before it is given a second time.
-- table: sms_account shared
CREATE TABLE sms_account (
    workspace_id        BIGINT NOT NULL,
    provider            TEXT NOT NULL CHECK (provider IN ('twilio', 'ovh')),
    account             TEXT NOT NULL,
    application_key     TEXT NOT NULL,
    -- sealed by the vault, base64; empty = none
    sealed_secret       TEXT NOT NULL,
    sealed_consumer_key TEXT NOT NULL,
    sender              TEXT NOT NULL,
    -- draft until a test message has left
    state               TEXT NOT NULL CHECK (state IN ('draft', 'active', 'disabled')),
    last_error          TEXT NOT NULL,
    verified_at         BIGINT,
    PRIMARY KEY (workspace_id)
);

-- table: sms_message shared
CREATE TABLE sms_message (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    -- of who receives it; none for a test to a number that was typed
    membership_id BIGINT,
    to_name      TEXT NOT NULL,
    -- E.164
    to_number    TEXT NOT NULL,
    words        TEXT NOT NULL,
    event        TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'stopped', 'local')),
    -- given to the provider, whose answer is not known
    begun_at     BIGINT,
    last_error   TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    sent_at      BIGINT,
    PRIMARY KEY (workspace_id, id)
);

-- Who holds that number wants no message: nothing leaves for it.
-- table: sms_stopped shared
CREATE TABLE sms_stopped (
    workspace_id BIGINT NOT NULL,
    number       TEXT NOT NULL,
    words        TEXT NOT NULL,
    stopped_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, number)
);
