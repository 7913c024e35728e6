-- Who signed which bytes, how and from where: a journal that is only ever added to, kept as long as the documents.
-- A code waits until it is typed, replaced or a day old; it names nobody. Nothing was signed before.
-- table: signatures_signature log
-- table: signatures_code business
CREATE TABLE signatures_signature (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind <> ''),
    document      BIGINT NOT NULL,
    version       BIGINT NOT NULL CHECK (version >= 1),
    number        TEXT NOT NULL,
    title         TEXT NOT NULL,
    shown_sha256  TEXT NOT NULL CHECK (length(shown_sha256) = 64),
    method        TEXT NOT NULL,
    mark_sha256   TEXT NOT NULL,
    signer_name   TEXT NOT NULL CHECK (signer_name <> ''),
    signer_email  TEXT NOT NULL,
    signer        BIGINT NOT NULL,
    recorded_by   BIGINT NOT NULL,
    signed_at     BIGINT NOT NULL,
    address       TEXT NOT NULL,
    device        TEXT NOT NULL,
    code_sent_to  TEXT NOT NULL,
    code_sent_at  BIGINT,
    signed_sha256 TEXT NOT NULL CHECK (length(signed_sha256) = 64),
    file_id       BIGINT NOT NULL,
    statement     TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, kind, document, version)
);

CREATE TABLE signatures_code (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    kind         TEXT NOT NULL,
    document     BIGINT NOT NULL,
    shown_sha256 TEXT NOT NULL,
    address_hash TEXT NOT NULL,
    code_hash    TEXT NOT NULL,
    sent_at      BIGINT NOT NULL,
    tries        BIGINT NOT NULL CHECK (tries >= 0),
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX signatures_code_by_document ON signatures_code (workspace_id, kind, document, id);
