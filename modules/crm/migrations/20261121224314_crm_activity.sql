-- When something last happened with a client, read each night from his timeline; and after how many days
-- without anything he is said to be inactive. Zero: not looked at yet, and not said to be inactive.
-- table: crm_inactivity_rule business
ALTER TABLE crm_client ADD COLUMN active_at BIGINT NOT NULL DEFAULT 0;

CREATE TABLE crm_inactivity_rule (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    days         BIGINT NOT NULL CHECK (days > 0),
    PRIMARY KEY (workspace_id, id)
);
