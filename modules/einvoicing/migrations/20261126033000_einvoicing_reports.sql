-- Sales that no e-invoice tells of are told to the tax office by periods. Each line is one rate of one document
-- or payment, written with it and told once; what comes after its period was told goes into the next.
-- table: einvoicing_report_line business
-- table: einvoicing_report business
-- table: einvoicing_reporting business
-- table: einvoicing_dispatch business
CREATE TABLE einvoicing_reporting (
    workspace_id BIGINT NOT NULL,
    regime       TEXT NOT NULL CHECK (regime IN ('monthly', 'quarterly', 'simplified', 'franchise')),
    -- nothing of the days before is told
    starts_on    TEXT NOT NULL,
    PRIMARY KEY (workspace_id)
);

CREATE TABLE einvoicing_report (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    flux         TEXT NOT NULL CHECK (flux IN ('foreign_sales', 'foreign_payments', 'private_sales', 'private_payments')),
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    due_on       TEXT NOT NULL,
    -- what its lines come to
    count        BIGINT NOT NULL,
    net          BIGINT NOT NULL,
    tax          BIGINT NOT NULL,
    paid         BIGINT NOT NULL,
    reference    TEXT NOT NULL,
    made_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, flux, first_day)
);

CREATE TABLE einvoicing_report_line (
    workspace_id     BIGINT NOT NULL,
    id               BIGINT NOT NULL,
    flux             TEXT NOT NULL CHECK (flux IN ('foreign_sales', 'foreign_payments', 'private_sales', 'private_payments')),
    day              TEXT NOT NULL,
    invoice_id       BIGINT NOT NULL,
    -- the invoice itself, or the payment
    source_id        BIGINT NOT NULL,
    number           TEXT NOT NULL,
    kind             TEXT NOT NULL,
    process          TEXT NOT NULL,
    issued_on        TEXT NOT NULL,
    buyer_country    TEXT NOT NULL,
    buyer_vat_number TEXT NOT NULL,
    category         TEXT NOT NULL CHECK (category IN ('goods', 'services', 'untaxed')),
    vat_category     TEXT NOT NULL,
    currency         TEXT NOT NULL,
    rate             BIGINT NOT NULL,
    net              BIGINT NOT NULL,
    tax              BIGINT NOT NULL,
    paid             BIGINT NOT NULL,
    recorded_at      BIGINT NOT NULL,
    -- in which it was told; none yet
    report_id        BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, report_id) REFERENCES einvoicing_report (workspace_id, id)
);
CREATE INDEX einvoicing_report_line_untold ON einvoicing_report_line (workspace_id, flux, day, id) WHERE report_id IS NULL;
CREATE INDEX einvoicing_report_line_told ON einvoicing_report_line (workspace_id, report_id, id) WHERE report_id IS NOT NULL;

-- Messages of ours to the platform beside invoices: frozen when made, sent once.
CREATE TABLE einvoicing_dispatch (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    kind         TEXT NOT NULL CHECK (kind IN ('report', 'collected', 'decision')),
    -- the report, the invoice or the supplier's invoice it is about
    subject_id   BIGINT NOT NULL,
    -- of the reform: '10.3', '212'; and what is said with it, for who reads
    code         TEXT NOT NULL,
    words        TEXT NOT NULL,
    reference    TEXT NOT NULL CHECK (reference <> ''),
    name         TEXT NOT NULL,
    syntax       TEXT NOT NULL,
    rule         TEXT NOT NULL,
    content      TEXT NOT NULL,
    mode         TEXT NOT NULL CHECK (mode IN ('trial', 'live')),
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused')),
    round        BIGINT NOT NULL CHECK (round > 0),
    -- the platform's own number; empty until it is known
    flow         TEXT NOT NULL,
    trouble      TEXT NOT NULL,
    held_until   BIGINT,
    made_at      BIGINT NOT NULL,
    sent_at      BIGINT,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, reference)
);
CREATE INDEX einvoicing_dispatch_by_state ON einvoicing_dispatch (workspace_id, state, id);
CREATE INDEX einvoicing_dispatch_about ON einvoicing_dispatch (workspace_id, kind, subject_id, id);
