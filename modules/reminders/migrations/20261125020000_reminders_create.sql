-- A client who is late is written to again, on the days a business sets, once it has said so: for what falls due
-- from that day on. What was sent is a log, one a day and an invoice at most; a dispute stops it.
-- table: reminders_schedule business
-- table: reminders_sent log
-- table: reminders_held business
-- table: reminders_dispute business
CREATE TABLE reminders_schedule (
    workspace_id BIGINT NOT NULL,
    -- nothing: no reminder leaves by itself
    due_from     TEXT,
    first        BIGINT NOT NULL CHECK (first BETWEEN 1 AND 120),
    second       BIGINT NOT NULL CHECK (second BETWEEN 0 AND 120),
    third        BIGINT NOT NULL CHECK (third BETWEEN 0 AND 120),
    PRIMARY KEY (workspace_id)
);

CREATE TABLE reminders_sent (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    -- which one of the schedule; zero: by hand
    step         BIGINT NOT NULL CHECK (step BETWEEN 0 AND 3),
    sent_on      TEXT NOT NULL,
    sent_at      BIGINT NOT NULL,
    -- what was still owed
    owed         BIGINT NOT NULL CHECK (owed > 0),
    by_member    BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);
-- However often a job runs, and whoever presses beside it: one a day.
CREATE UNIQUE INDEX reminders_sent_once_a_day ON reminders_sent (workspace_id, invoice_id, sent_on);

-- What could not leave and was told to the team, once for each reason.
CREATE TABLE reminders_held (
    workspace_id BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    why          TEXT NOT NULL CHECK (why IN ('no_address', 'inactive_client')),
    told_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, invoice_id, why),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);

CREATE TABLE reminders_dispute (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    reason       TEXT NOT NULL,
    opened_by    BIGINT NOT NULL,
    opened_at    BIGINT NOT NULL,
    closed_by    BIGINT,
    closed_at    BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id),
    CHECK ((closed_by IS NULL) = (closed_at IS NULL))
);
CREATE UNIQUE INDEX reminders_dispute_open ON reminders_dispute (workspace_id, invoice_id) WHERE closed_at IS NULL;
