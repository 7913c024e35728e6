-- Clients that may be the same one, found each night, and what somebody said of them; and whether two
-- clients may share an address. Pairs are not kept for clients that exist until the first night.
-- table: crm_duplicate business
-- table: crm_duplicate_rule business
CREATE TABLE crm_duplicate (
    workspace_id BIGINT NOT NULL,
    first_id     BIGINT NOT NULL,
    second_id    BIGINT NOT NULL,
    reason       TEXT NOT NULL CHECK (reason IN ('email', 'phone', 'name')),
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'dismissed')),
    found_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, first_id, second_id),
    FOREIGN KEY (workspace_id, first_id) REFERENCES crm_client (workspace_id, id),
    FOREIGN KEY (workspace_id, second_id) REFERENCES crm_client (workspace_id, id),
    CHECK (first_id < second_id)
);
CREATE INDEX crm_duplicate_waiting ON crm_duplicate (workspace_id, state, first_id, second_id);
CREATE INDEX crm_duplicate_by_second ON crm_duplicate (workspace_id, second_id, first_id);

CREATE TABLE crm_duplicate_rule (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    shares_emails BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE INDEX crm_contact_by_phone ON crm_contact (workspace_id, phone, id);
