-- The record of a client, and the people reached through it. E-mail and telephone have their cipher
-- and keyed-hash columns from the first day: a workspace that encrypts leaves the plain ones empty.
-- table: crm_client business
-- table: crm_contact business
CREATE TABLE crm_client (
    workspace_id         BIGINT NOT NULL,
    id                   BIGINT NOT NULL,
    kind                 TEXT NOT NULL CHECK (kind IN ('company', 'person')),
    type                 TEXT NOT NULL,
    sector               TEXT NOT NULL,
    status               TEXT NOT NULL CHECK (status IN ('active', 'inactive', 'archived')),
    name                 TEXT NOT NULL CHECK (name <> ''),
    search_key           TEXT NOT NULL,
    company_name         TEXT NOT NULL,
    first_name           TEXT NOT NULL,
    last_name            TEXT NOT NULL,
    email                TEXT NOT NULL,
    email_cipher         TEXT,
    email_hash           TEXT,
    phone                TEXT NOT NULL,
    phone_cipher         TEXT,
    phone_hash           TEXT,
    billing_address      TEXT NOT NULL,
    billing_postal_code  TEXT NOT NULL,
    billing_city         TEXT NOT NULL,
    billing_country      TEXT NOT NULL,
    delivery_address     TEXT NOT NULL,
    delivery_postal_code TEXT NOT NULL,
    delivery_city        TEXT NOT NULL,
    delivery_country     TEXT NOT NULL,
    language             TEXT NOT NULL,
    priority             TEXT NOT NULL CHECK (priority IN ('low', 'normal', 'high', 'vip')),
    origin               TEXT NOT NULL CHECK (origin IN ('staff', 'portal', 'import', 'demonstration')),
    created_at           BIGINT NOT NULL,
    updated_at           BIGINT NOT NULL,
    version              BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX crm_client_by_name ON crm_client (workspace_id, search_key, id);
CREATE INDEX crm_client_by_email ON crm_client (workspace_id, email, id);
CREATE INDEX crm_client_by_email_hash ON crm_client (workspace_id, email_hash, id);

-- membership_id is the portal account of the contact, when it has one.
CREATE TABLE crm_contact (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    client_id     BIGINT NOT NULL,
    membership_id BIGINT,
    name          TEXT NOT NULL CHECK (name <> ''),
    job           TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_cipher  TEXT,
    email_hash    TEXT,
    phone         TEXT NOT NULL,
    phone_cipher  TEXT,
    phone_hash    TEXT,
    created_at    BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id)
);
CREATE INDEX crm_contact_by_client ON crm_contact (workspace_id, client_id, id);
CREATE INDEX crm_contact_by_email ON crm_contact (workspace_id, email, id);
CREATE UNIQUE INDEX crm_contact_by_membership ON crm_contact (workspace_id, membership_id)
    WHERE membership_id IS NOT NULL;
