-- Work for later, written in the transaction of the action that wants it. A lease and a token say who
-- runs it; a process that dies loses both.
-- table: job shared
CREATE TABLE job (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    kind         TEXT NOT NULL,
    payload      TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('ready', 'running', 'done', 'failed')),
    run_at       BIGINT NOT NULL,
    attempts     BIGINT NOT NULL,
    dedupe       TEXT NOT NULL,
    lease_until  BIGINT NOT NULL,
    lease_token  TEXT NOT NULL,
    last_error   TEXT NOT NULL,
    created_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX job_due ON job (run_at, workspace_id, id) WHERE state = 'ready';
CREATE INDEX job_leased ON job (lease_until) WHERE state = 'running';
CREATE INDEX job_by_state ON job (workspace_id, state, id);
CREATE UNIQUE INDEX job_dedupe ON job (workspace_id, kind, dedupe)
    WHERE dedupe <> '' AND state IN ('ready', 'running');
