-- The place of the one who leads a workspace passes on by an offer that the other accepts; and when
-- nobody can lead it any more, by a procedure of the operator that waits, so that members may object.

-- One offer lives at a time: `ended_at` NULL and `expires_at` not past.
-- table: handover shared
CREATE TABLE handover (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    id BIGINT NOT NULL,
    giver_id BIGINT NOT NULL,
    receiver_id BIGINT NOT NULL,
    -- the role the giver has afterwards
    kept_role TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (workspace_id, id)
);

-- `email` is whom the operator gives the workspace back to, once `due_at` is past.
-- table: rescue shared
CREATE TABLE rescue (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    id BIGINT NOT NULL,
    email TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    ended_at BIGINT,
    PRIMARY KEY (workspace_id, id)
);
