-- What a business issues goes through its platform too, and comes back as statuses of its life.
-- table: einvoicing_transmission business
-- table: einvoicing_status log
ALTER TABLE einvoicing_platform ADD COLUMN mode TEXT NOT NULL DEFAULT 'live' CHECK (mode IN ('trial', 'live'));
-- like seen_until, for what is told of the invoices that were sent
ALTER TABLE einvoicing_platform ADD COLUMN statuses_until TEXT NOT NULL DEFAULT '';

CREATE TABLE einvoicing_transmission (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    number       TEXT NOT NULL CHECK (number <> ''),
    -- one more each time it leaves as another flow
    round        BIGINT NOT NULL CHECK (round > 0),
    mode         TEXT NOT NULL CHECK (mode IN ('trial', 'live')),
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
    -- the platform's own number; empty until it is known
    flow         TEXT NOT NULL,
    trouble      TEXT NOT NULL,
    -- the code of the last status of this round, by the time it happened; empty before the first
    told         TEXT NOT NULL,
    -- held by the job that speaks to the platform, or by the platform that asks to wait
    held_until   BIGINT,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, invoice_id)
);
CREATE INDEX einvoicing_transmission_by_state ON einvoicing_transmission (workspace_id, state, id);
CREATE INDEX einvoicing_transmission_by_number ON einvoicing_transmission (workspace_id, number);

CREATE TABLE einvoicing_status (
    workspace_id    BIGINT NOT NULL,
    id              BIGINT NOT NULL,
    -- none: of an invoice that was never sent from here
    transmission_id BIGINT,
    round           BIGINT NOT NULL,
    -- the message it came in, and its place there; empty for what was done here
    flow            TEXT NOT NULL,
    place           BIGINT NOT NULL,
    -- MDT-105 of XP Z12-012: '200', '213'…; or what was done here: 'sent', 'turned_away', 'resent'
    code            TEXT NOT NULL,
    reason          TEXT NOT NULL,
    words           TEXT NOT NULL,
    by_member       BIGINT,
    happened_at     BIGINT NOT NULL,
    recorded_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, transmission_id) REFERENCES einvoicing_transmission (workspace_id, id)
);
CREATE UNIQUE INDEX einvoicing_status_of_flow ON einvoicing_status (workspace_id, flow, place) WHERE flow <> '';
CREATE INDEX einvoicing_status_by_transmission ON einvoicing_status (workspace_id, transmission_id, id);
