-- A business says some mails in its own words; a mail without a row is written in ours.
-- table: mail_wording shared
CREATE TABLE mail_wording (
    workspace_id  BIGINT NOT NULL,
    template_name TEXT NOT NULL,
    subject       TEXT NOT NULL,
    body          TEXT NOT NULL,
    version       BIGINT NOT NULL,
    changed_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, template_name)
);
