-- Letters and contracts: what they begin with (a model of blocks, each save a version), what is being
-- written to a client, and what left, as it was. A paper is drawn from the words frozen with its issue,
-- so that a model or a client that changes later changes nothing.
-- table: letters_model business
-- table: letters_model_version business
-- table: letters_choice business
-- table: letters_letter business
-- table: letters_issue business
CREATE TABLE letters_model (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('letter', 'contract')),
    name         TEXT NOT NULL CHECK (name <> ''),
    version      BIGINT NOT NULL CHECK (version >= 1),
    content      TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE letters_model_version (
    workspace_id BIGINT NOT NULL,
    model_id     BIGINT NOT NULL,
    version      BIGINT NOT NULL CHECK (version >= 1),
    name         TEXT NOT NULL,
    content      TEXT NOT NULL,
    saved_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, model_id, version),
    FOREIGN KEY (workspace_id, model_id) REFERENCES letters_model (workspace_id, id)
);

-- The model a kind is proposed with: a ready one by its name, an own one by its id.
CREATE TABLE letters_choice (
    workspace_id BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('letter', 'contract')),
    choice       TEXT NOT NULL,
    PRIMARY KEY (workspace_id, kind)
);

CREATE TABLE letters_letter (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('letter', 'contract')),
    number        TEXT NOT NULL,
    client_id     BIGINT NOT NULL,
    project_id    BIGINT,
    title         TEXT NOT NULL CHECK (title <> ''),
    search_key    TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'agreed')),
    model_name    TEXT NOT NULL,
    model_version BIGINT NOT NULL,
    content       TEXT NOT NULL,
    issued        BIGINT NOT NULL CHECK (issued >= 0),
    created_by    BIGINT NOT NULL,
    created_at    BIGINT NOT NULL,
    updated_at    BIGINT NOT NULL,
    version       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX letters_letter_by_client ON letters_letter (workspace_id, client_id, id);

CREATE TABLE letters_issue (
    workspace_id BIGINT NOT NULL,
    letter_id    BIGINT NOT NULL,
    issue        BIGINT NOT NULL CHECK (issue >= 1),
    title        TEXT NOT NULL,
    way          TEXT NOT NULL CHECK (way IN ('mail', 'hand')),
    to_name      TEXT NOT NULL,
    to_email     TEXT NOT NULL,
    words        TEXT NOT NULL,
    sent_by      BIGINT NOT NULL,
    sent_at      BIGINT NOT NULL,
    paper        TEXT NOT NULL,
    file_id      BIGINT,
    sha256       TEXT NOT NULL,
    seen_at      BIGINT,
    signing_id   BIGINT,
    signed_at    BIGINT,
    forgotten_at BIGINT,
    PRIMARY KEY (workspace_id, letter_id, issue),
    FOREIGN KEY (workspace_id, letter_id) REFERENCES letters_letter (workspace_id, id)
);
