-- Types of clients that a business adds to those of its preset. A client names one by its code: the
-- preset's word, or the id of the row here. Clients that exist keep the type they have.
-- table: crm_client_type business

-- retired_at: not offered any more, kept by the clients who have it.
CREATE TABLE crm_client_type (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL CHECK (name <> ''),
    search_key   TEXT NOT NULL CHECK (search_key <> ''),
    retired_at   BIGINT,
    PRIMARY KEY (workspace_id, id)
);
CREATE UNIQUE INDEX crm_client_type_by_name ON crm_client_type (workspace_id, search_key);
