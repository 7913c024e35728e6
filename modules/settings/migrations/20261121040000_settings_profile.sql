-- What a business says of itself on documents, mails and public pages. Its trade name, time
-- zone and colour are on the workspace, which every page reads.
-- table: settings_profile business
CREATE TABLE settings_profile (
    workspace_id BIGINT NOT NULL,
    legal_name   TEXT NOT NULL,
    siret        TEXT NOT NULL,
    vat_number   TEXT NOT NULL,
    address      TEXT NOT NULL,
    postal_code  TEXT NOT NULL,
    city         TEXT NOT NULL,
    phone        TEXT NOT NULL,
    email        TEXT NOT NULL,
    website      TEXT NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id)
);
