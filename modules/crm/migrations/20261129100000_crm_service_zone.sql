-- Where a business goes to its clients: postal codes that begin as one of these, a line each. None: everywhere.
-- table: crm_service_zone business
CREATE TABLE crm_service_zone (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    prefixes     TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
