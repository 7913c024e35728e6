-- What a workspace lets its clients see and change of their own record, field by field; and what they
-- asked that is not done yet: an address to be confirmed by its link, a value the team must accept.
-- table: crm_portal_field business
-- table: crm_portal_change business
CREATE TABLE crm_portal_field (
    workspace_id BIGINT NOT NULL,
    field        TEXT NOT NULL,
    field_use    TEXT NOT NULL CHECK (field_use IN ('hidden', 'read', 'edit', 'approve')),
    PRIMARY KEY (workspace_id, field)
);

-- link_hash is the SHA-256 of the link sent to a new address; before and after are what the client saw
-- and what he wants instead, the lines of an address one under the other.
CREATE TABLE crm_portal_change (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    client_id     BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    field         TEXT NOT NULL,
    before        TEXT NOT NULL,
    after         TEXT NOT NULL,
    state         TEXT NOT NULL
        CHECK (state IN ('confirming', 'waiting', 'done', 'refused', 'replaced')),
    reason        TEXT NOT NULL,
    link_hash     TEXT,
    asked_at      BIGINT NOT NULL,
    expires_at    BIGINT,
    settled_at    BIGINT,
    settled_by    BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_portal_change_by_client ON crm_portal_change (workspace_id, client_id, state, id);
CREATE UNIQUE INDEX crm_portal_change_link ON crm_portal_change (workspace_id, link_hash)
    WHERE link_hash IS NOT NULL;
