-- The platform of the French reform that a business chose, off until a test of it has succeeded.
-- table: einvoicing_platform business
CREATE TABLE einvoicing_platform (
    workspace_id  BIGINT NOT NULL,
    address       TEXT NOT NULL,
    -- of OAuth 2.0 client credentials; empty: the secret is a token
    token_address TEXT NOT NULL,
    client        TEXT NOT NULL,
    -- sealed by the vault, base64; empty = none
    sealed_secret TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'active', 'stopped')),
    last_error    TEXT NOT NULL,
    verified_at   BIGINT,
    -- what the platform said last of its flows, by its own clock; RFC 3339
    seen_until    TEXT NOT NULL,
    asked_at      BIGINT,
    PRIMARY KEY (workspace_id)
);
