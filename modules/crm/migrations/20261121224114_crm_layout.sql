-- Whether a member last looked at the clients as a table or as cards; who never chose reads the table.
-- table: crm_layout business
CREATE TABLE crm_layout (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    layout        TEXT NOT NULL CHECK (layout IN ('table', 'cards')),
    PRIMARY KEY (workspace_id, membership_id)
);
