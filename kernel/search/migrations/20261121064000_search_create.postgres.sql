-- What the words of a workspace lead to, one row a word, and what is still to be indexed. The reader's
-- scope is in the key, so that looking for a word reads no row of another reader's.
-- table: search_term business
-- table: search_pending business
-- table: search_state shared
CREATE TABLE search_term (
    workspace_id BIGINT NOT NULL,
    scope        BIGINT NOT NULL,
    term         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    id           BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, scope, term, kind, id)
);

-- A row whose long text is to be read again by a job.
CREATE TABLE search_pending (
    workspace_id BIGINT NOT NULL,
    source       TEXT NOT NULL,
    id           BIGINT NOT NULL,
    asked        BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, source, id)
);

-- The tokenizer that wrote all terms of the workspace; 0 while they are written again.
CREATE TABLE search_state (
    workspace_id BIGINT NOT NULL,
    tokenizer    BIGINT NOT NULL,
    indexed_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id)
);
