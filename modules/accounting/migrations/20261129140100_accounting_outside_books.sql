-- The accounting program a business keeps its books in outside, what stands there for our journals and accounts, and
-- what became of each entry that was sent. A business that leaves keeps what was sent; another company of that program
-- begins anew.
-- table: accounting_outside business
-- table: accounting_twin business
-- table: accounting_push business

CREATE TABLE accounting_outside (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL CHECK (id = 1),
    -- sealed by the vault, base64; empty = none
    sealed_token  TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'active', 'stopped')),
    starts_on     TEXT NOT NULL,
    -- as that program counts and names it; empty until it answered
    company       TEXT NOT NULL,
    company_name  TEXT NOT NULL,
    last_error    TEXT NOT NULL,
    failing_since BIGINT,
    -- the administrators know
    told_at       BIGINT,
    verified_at   BIGINT,
    -- whoever sends holds it until then; the machine's clock
    turn_until    BIGINT,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE accounting_twin (
    workspace_id BIGINT NOT NULL,
    -- a journal or an account of ours: « VE », « 706000 »
    ours         TEXT NOT NULL CHECK (ours <> ''),
    theirs       TEXT NOT NULL CHECK (theirs <> ''),
    PRIMARY KEY (workspace_id, ours)
);

CREATE TABLE accounting_push (
    workspace_id BIGINT NOT NULL,
    company      TEXT NOT NULL,
    entry_id     BIGINT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'refused')),
    -- its number there; empty until it is
    remote       TEXT NOT NULL,
    -- why it was refused, in French
    words        TEXT NOT NULL,
    tried_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, company, entry_id),
    FOREIGN KEY (workspace_id, entry_id) REFERENCES accounting_entry (workspace_id, id)
);
CREATE INDEX accounting_push_by_time ON accounting_push (workspace_id, tried_at, entry_id);
CREATE INDEX accounting_push_refused ON accounting_push (workspace_id, company, tried_at, entry_id)
    WHERE state = 'refused';

-- What leaves is what was booked of a sale.
CREATE INDEX accounting_sale_by_number ON accounting_sale (workspace_id, number);
