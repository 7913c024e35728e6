-- Money events one after the other, each signed and holding the hash of the one before (CGI art. 286, I, 3° bis), with
-- the closings and the journal of the system in the same chain. The chain is a log: no role of the program may change or
-- delete a row, and the triggers refuse it to the owner of the database too, who would have to take them away first.
-- Rows go only with a workspace that is closed for good (etabli workspace erase). `ledger_chain` is the counter that two
-- writers take in turn; `ledger_check` what the last verification found. There was no money before.
-- table: ledger_event log
-- table: ledger_chain business
-- table: ledger_check business
CREATE TABLE ledger_event (
    workspace_id BIGINT NOT NULL,
    seq          BIGINT NOT NULL CHECK (seq >= 1),
    family       TEXT NOT NULL,
    kind         TEXT NOT NULL,
    day          TEXT NOT NULL,
    at           BIGINT NOT NULL,
    actor        BIGINT NOT NULL,
    payload      TEXT NOT NULL,
    key          TEXT NOT NULL,
    previous     TEXT NOT NULL,
    hash         TEXT NOT NULL,
    signature    TEXT NOT NULL,
    PRIMARY KEY (workspace_id, seq)
);
CREATE INDEX ledger_event_by_kind ON ledger_event (workspace_id, kind, seq);
CREATE INDEX ledger_event_by_family ON ledger_event (workspace_id, family, seq);
CREATE INDEX ledger_event_by_day ON ledger_event (workspace_id, day, seq);

CREATE TABLE ledger_chain (
    workspace_id BIGINT NOT NULL,
    last_seq     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id)
);

CREATE TABLE ledger_check (
    workspace_id BIGINT NOT NULL,
    at           BIGINT NOT NULL,
    checked      BIGINT NOT NULL,
    broken_seq   BIGINT NOT NULL,
    wrong        TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
);

CREATE FUNCTION ledger_event_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND coalesce((SELECT status FROM workspace WHERE id = OLD.workspace_id), 'active') = 'closed' THEN
        RETURN OLD;
    END IF;
    -- A backup comes back into tables that never held a row; the size is asked, for row security hides rows.
    IF TG_OP = 'TRUNCATE' AND pg_relation_size('ledger_event') = 0 THEN
        RETURN NULL;
    END IF;
    RAISE EXCEPTION 'ledger_event is never changed or deleted';
END
$$;
CREATE TRIGGER ledger_event_kept BEFORE UPDATE OR DELETE ON ledger_event
    FOR EACH ROW EXECUTE FUNCTION ledger_event_kept();
CREATE TRIGGER ledger_event_never_emptied BEFORE TRUNCATE ON ledger_event
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_event_kept();
