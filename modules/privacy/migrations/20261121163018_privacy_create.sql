-- What people ask about their own data, with the day by which they must have an answer; what they agree
-- to and may take back; whom they write to. A request is never deleted: it is answered.
-- table: privacy_request business
-- table: privacy_consent business
-- table: privacy_officer business
CREATE TABLE privacy_request (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('access', 'rectification', 'erasure')),
    channel       TEXT NOT NULL CHECK (channel IN ('portal', 'email', 'phone', 'letter')),
    person_name   TEXT NOT NULL CHECK (person_name <> ''),
    person_email  TEXT NOT NULL,
    membership_id BIGINT,
    details       TEXT NOT NULL,
    asked_at      BIGINT NOT NULL,
    due_at        BIGINT NOT NULL,
    alerted_at    BIGINT,
    state         TEXT NOT NULL CHECK (state IN ('open', 'done', 'refused')),
    answer        TEXT NOT NULL,
    answered_by   BIGINT,
    answered_at   BIGINT,
    pack_bytes    BIGINT NOT NULL,
    packed_at     BIGINT,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX privacy_request_by_state ON privacy_request (workspace_id, state, due_at, id);
CREATE INDEX privacy_request_by_member ON privacy_request (workspace_id, membership_id, id);

-- One row a consent given; taken back, it keeps both dates.
CREATE TABLE privacy_consent (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    purpose       TEXT NOT NULL CHECK (purpose IN ('news', 'photos')),
    text_version  TEXT NOT NULL,
    given_at      BIGINT NOT NULL,
    withdrawn_at  BIGINT,
    PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX privacy_consent_live ON privacy_consent (workspace_id, membership_id, purpose)
    WHERE withdrawn_at IS NULL;

CREATE TABLE privacy_officer (
    workspace_id BIGINT NOT NULL,
    name         TEXT NOT NULL,
    email        TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
);
