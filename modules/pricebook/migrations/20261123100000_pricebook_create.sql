-- What a business sells and at what price, by versions of which one holds at a time, and who changed which
-- value. Which one is in force follows from the days they start on: nothing has to run at midnight.
-- table: pricebook_book business
-- table: pricebook_version business
-- table: pricebook_item business
-- table: pricebook_change log

-- One row a workspace, taken first by whatever writes: two people who change prices wait for each other.
CREATE TABLE pricebook_book (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    last_number  BIGINT NOT NULL CHECK (last_number >= 0),
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE pricebook_version (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    number       BIGINT NOT NULL CHECK (number >= 1),
    starts_on    TEXT,
    copied_from  BIGINT NOT NULL,
    made_by      BIGINT NOT NULL,
    made_at      BIGINT NOT NULL,
    decided_by   BIGINT NOT NULL,
    decided_at   BIGINT,
    revision     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, number),
    CHECK ((starts_on IS NULL) = (decided_at IS NULL))
);
CREATE UNIQUE INDEX pricebook_version_one_draft ON pricebook_version (workspace_id) WHERE starts_on IS NULL;

-- An item keeps its id from one version to the next, so that they can be compared.
CREATE TABLE pricebook_item (
    workspace_id  BIGINT NOT NULL,
    version_id    BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    code          TEXT NOT NULL CHECK (code <> ''),
    category      TEXT NOT NULL CHECK (category <> ''),
    category_key  TEXT NOT NULL,
    name          TEXT NOT NULL CHECK (name <> ''),
    search_key    TEXT NOT NULL,
    description   TEXT NOT NULL,
    unit          TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('flat', 'per_unit', 'hourly', 'recurring')),
    one_off_price BIGINT CHECK (one_off_price >= 0),
    monthly_price BIGINT CHECK (monthly_price >= 0),
    annual_price  BIGINT CHECK (annual_price >= 0),
    tax           TEXT NOT NULL CHECK (tax IN ('standard', 'intermediate', 'reduced', 'untaxed')),
    offered_from  TEXT,
    offered_until TEXT,
    position      BIGINT NOT NULL,
    revision      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, version_id, id),
    UNIQUE (workspace_id, version_id, code),
    FOREIGN KEY (workspace_id, version_id) REFERENCES pricebook_version (workspace_id, id),
    CHECK (one_off_price IS NOT NULL OR monthly_price IS NOT NULL OR annual_price IS NOT NULL)
);

-- Of drafts that were given up, too: hence no foreign key.
CREATE TABLE pricebook_change (
    workspace_id   BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    version_number BIGINT NOT NULL,
    item_id        BIGINT NOT NULL,
    item_code      TEXT NOT NULL,
    item_name      TEXT NOT NULL,
    field          TEXT NOT NULL,
    before         TEXT NOT NULL,
    after          TEXT NOT NULL,
    made_by        BIGINT NOT NULL,
    made_at        BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
