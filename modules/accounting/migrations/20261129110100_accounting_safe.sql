-- Where a business keeps a copy of its books outside: one S3-compatible space, and what was sent there and when. What was
-- sent is a log: a month that is sent again, because something was booked in it since, is one row more.
-- table: accounting_safe business
-- table: accounting_safe_month log
-- table: accounting_safe_object log

CREATE TABLE accounting_safe (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL CHECK (id = 1),
    address       TEXT NOT NULL,
    bucket        TEXT NOT NULL,
    region        TEXT NOT NULL,
    access_name   TEXT NOT NULL,
    -- sealed by the vault, base64; empty = none
    sealed_secret TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'active', 'stopped')),
    last_error    TEXT NOT NULL,
    failed_at     BIGINT,
    verified_at   BIGINT,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE accounting_safe_month (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    -- address and bucket: what is in one is not in another
    place        TEXT NOT NULL,
    month        TEXT NOT NULL,
    -- of the month when it was sent: they are only ever added
    entries      BIGINT NOT NULL CHECK (entries >= 1),
    objects      BIGINT NOT NULL CHECK (objects >= 1),
    bytes        BIGINT NOT NULL CHECK (bytes >= 0),
    sent_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX accounting_safe_month_by_place ON accounting_safe_month (workspace_id, place, month, entries);

CREATE TABLE accounting_safe_object (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    place        TEXT NOT NULL,
    month        TEXT NOT NULL,
    -- ends with a part of its hash: other bytes are another object
    name         TEXT NOT NULL CHECK (name <> ''),
    sha256       TEXT NOT NULL,
    bytes        BIGINT NOT NULL CHECK (bytes >= 0),
    etag         TEXT NOT NULL,
    sent_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, place, name)
);
CREATE INDEX accounting_safe_object_by_time ON accounting_safe_object (workspace_id, sent_at, id);
