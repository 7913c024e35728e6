-- An address that a server said does not exist: nothing leaves for it until somebody lifts that.
-- table: mail_suspended shared
CREATE TABLE mail_suspended (
    workspace_id BIGINT NOT NULL,
    -- lower case
    email        TEXT NOT NULL,
    status       TEXT NOT NULL,
    words        TEXT NOT NULL,
    suspended_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, email)
);
