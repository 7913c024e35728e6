-- A form sent twice has one effect: its key is taken in the transaction of the action.
-- table: form_key shared
CREATE TABLE form_key (
    workspace_id BIGINT NOT NULL,
    form_key     TEXT NOT NULL,
    at           BIGINT NOT NULL,
    location     TEXT NOT NULL,
    PRIMARY KEY (workspace_id, form_key)
);
CREATE INDEX form_key_by_age ON form_key (at);
