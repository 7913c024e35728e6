-- Clients who pay the same: staff makes groups, fills them, and gives them prices as it does to one client. A
-- special price is then of a client or of a group (client_id is 0), may be added to the less specific one that
-- holds besides, and is changed in its place, so that its history stays one.
-- table: pricebook_group business
-- table: pricebook_group_client business
CREATE TABLE pricebook_group (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    search_key   TEXT NOT NULL,
    made_by      BIGINT NOT NULL,
    made_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, search_key)
);

CREATE TABLE pricebook_group_client (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    group_id     BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    UNIQUE (workspace_id, group_id, client_id),
    FOREIGN KEY (workspace_id, group_id) REFERENCES pricebook_group (workspace_id, id)
);
CREATE INDEX pricebook_group_client_by_client ON pricebook_group_client (workspace_id, client_id);

ALTER TABLE pricebook_special ADD COLUMN group_id BIGINT;
ALTER TABLE pricebook_special ADD COLUMN adds_up BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE pricebook_special ADD COLUMN revision BIGINT NOT NULL DEFAULT 1;
CREATE INDEX pricebook_special_group ON pricebook_special (workspace_id, group_id);
