-- What one client pays instead of what the price book says, whatever version holds.
-- table: pricebook_special business

CREATE TABLE pricebook_special (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    client_id    BIGINT NOT NULL,
    item_id      BIGINT,
    effect       TEXT NOT NULL CHECK (effect IN ('percent_off', 'fixed', 'free')),
    percent      BIGINT CHECK (percent > 0 AND percent <= 1000000),
    price        BIGINT CHECK (price >= 0),
    starts_on    TEXT NOT NULL,
    ends_on      TEXT,
    reason       TEXT NOT NULL CHECK (reason <> ''),
    made_by      BIGINT NOT NULL,
    made_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    CHECK ((percent IS NOT NULL) = (effect = 'percent_off')),
    CHECK ((price IS NOT NULL) = (effect = 'fixed'))
);
CREATE INDEX pricebook_special_client ON pricebook_special (workspace_id, client_id);
