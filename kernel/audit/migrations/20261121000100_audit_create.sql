-- One row per action, chained by a sealer later; the payload (names, values, address) is apart and
-- salted, so that erasing a person deletes it and the row still verifies.
-- table: audit_entry shared
-- table: audit_payload shared
-- table: platform_audit_entry platform
-- table: platform_audit_payload platform
CREATE TABLE audit_entry (
    workspace_id   BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    actor          BIGINT NOT NULL,
    action         TEXT NOT NULL,
    subject_kind   TEXT NOT NULL,
    subject        BIGINT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX audit_entry_by_subject ON audit_entry (workspace_id, subject_kind, subject, id);

CREATE TABLE audit_payload (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    salt         TEXT NOT NULL,
    payload      TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, id) REFERENCES audit_entry (workspace_id, id)
);

CREATE TABLE platform_audit_entry (
    id             BIGINT NOT NULL,
    at             BIGINT NOT NULL,
    person         BIGINT NOT NULL,
    action         TEXT NOT NULL,
    subject_kind   TEXT NOT NULL,
    subject        BIGINT NOT NULL,
    payload_sha256 TEXT NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE platform_audit_payload (
    id      BIGINT NOT NULL,
    salt    TEXT NOT NULL,
    payload TEXT NOT NULL,
    PRIMARY KEY (id),
    FOREIGN KEY (id) REFERENCES platform_audit_entry (id)
);
