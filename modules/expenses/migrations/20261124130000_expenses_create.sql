-- What a business spent, with its taxes and its proof. Nothing is ever deleted: an expense written by mistake is
-- cancelled, and its receipt stays as long as accounting documents do.
-- table: expenses_expense business
-- table: expenses_type business

CREATE TABLE expenses_expense (
    workspace_id   BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    number         TEXT NOT NULL,
    spent_on       TEXT NOT NULL,
    type           TEXT NOT NULL CHECK (type <> ''),
    category       TEXT NOT NULL CHECK (category IN ('supplier', 'client')),
    client_id      BIGINT,
    supplier       TEXT NOT NULL,
    description    TEXT NOT NULL CHECK (description <> ''),
    gross          BIGINT NOT NULL CHECK (gross > 0),
    tax            TEXT NOT NULL,
    first_tax      BIGINT NOT NULL CHECK (first_tax >= 0),
    second_tax     BIGINT NOT NULL CHECK (second_tax >= 0),
    means          TEXT NOT NULL CHECK (means IN ('bank', 'cash', 'own_money', 'unpaid')),
    deductible     BIGINT NOT NULL CHECK (deductible >= 0 AND deductible <= 1000000),
    distance       BIGINT CHECK (distance > 0),
    distance_price BIGINT CHECK (distance_price > 0),
    receipts       BIGINT NOT NULL CHECK (receipts >= 0),
    checked_at     BIGINT,
    recovered_at   BIGINT,
    recovered_by   TEXT NOT NULL,
    cancelled_at   BIGINT,
    made_by        BIGINT NOT NULL,
    made_at        BIGINT NOT NULL,
    version        BIGINT NOT NULL CHECK (version >= 1),
    PRIMARY KEY (workspace_id, id),
    CHECK (first_tax + second_tax < gross),
    CHECK ((distance IS NULL) = (distance_price IS NULL)),
    CHECK (category = 'supplier' OR client_id IS NOT NULL)
);
CREATE INDEX expenses_expense_by_day ON expenses_expense (workspace_id, spent_on, id);
CREATE INDEX expenses_expense_by_client ON expenses_expense (workspace_id, client_id);

-- What a business says otherwise of the types everybody has, and those it added.
CREATE TABLE expenses_type (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    code         TEXT NOT NULL CHECK (code <> ''),
    name         TEXT NOT NULL CHECK (name <> ''),
    deductible   BIGINT NOT NULL CHECK (deductible >= 0 AND deductible <= 1000000),
    retired_at   BIGINT,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, code)
);
