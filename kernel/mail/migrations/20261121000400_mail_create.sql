-- Messages are written in the transaction of the action that wants them and leave later;
-- the row is also the log of mails and « Boîte d'envoi ». Workspace 0 is the platform's own.
-- table: outbox shared
CREATE TABLE outbox (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    to_name       TEXT NOT NULL,
    to_email      TEXT NOT NULL,
    subject       TEXT NOT NULL,
    html          TEXT NOT NULL,
    text          TEXT NOT NULL,
    template_name TEXT NOT NULL,
    is_secret     BOOLEAN NOT NULL,
    by_platform   BOOLEAN NOT NULL,
    -- fixed here, so that a message sent again after a crash is the same message
    message_id    TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'failed', 'local')),
    last_error    TEXT NOT NULL,
    created_at    BIGINT NOT NULL,
    sent_at       BIGINT,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX outbox_by_state ON outbox (workspace_id, state, id);

-- How a workspace sends its own mail; without an active row the platform's server does,
-- with the business's address to answer to.
-- table: mail_sender shared
CREATE TABLE mail_sender (
    workspace_id    BIGINT NOT NULL,
    host            TEXT NOT NULL,
    port            BIGINT NOT NULL,
    encryption      TEXT NOT NULL CHECK (encryption IN ('starttls', 'tls', 'none')),
    user_name       TEXT NOT NULL,
    -- sealed by the vault, base64; empty = none
    sealed_password TEXT NOT NULL,
    from_name       TEXT NOT NULL,
    from_email      TEXT NOT NULL,
    reply_to        TEXT NOT NULL,
    -- draft until a test message has left; held when the server refuses the password
    state           TEXT NOT NULL CHECK (state IN ('draft', 'active', 'held', 'disabled')),
    last_error      TEXT NOT NULL,
    verified_at     BIGINT,
    PRIMARY KEY (workspace_id)
);
