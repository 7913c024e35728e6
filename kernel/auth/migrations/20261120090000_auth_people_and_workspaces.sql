-- People, what proves who they are, and the businesses they work in: the tables every
-- request reads before a module is asked anything. Texts that identify are kept twice: as typed, and
-- folded (`_key`), so that uniqueness is the same on both engines.

-- table: workspace platform
CREATE TABLE workspace (
    id BIGINT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    preset TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('unconfirmed', 'active', 'read_only', 'closed')),
    brand_hue BIGINT NOT NULL CHECK (brand_hue BETWEEN 0 AND 359),
    brand_chroma BIGINT NOT NULL CHECK (brand_chroma BETWEEN 0 AND 160),
    is_demonstration BOOLEAN NOT NULL,
    portal_signup TEXT NOT NULL CHECK (portal_signup IN ('open', 'invite_only', 'staff_only')),
    -- codes of the modules switched on, separated by one space
    modules TEXT NOT NULL,
    settings_version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT workspace_slug UNIQUE (slug)
);

-- table: host_name platform
CREATE TABLE host_name (
    host TEXT NOT NULL PRIMARY KEY,
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX host_name_workspace ON host_name (workspace_id);

-- table: person platform
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    -- NULL for accounts that only have a user name
    email_key TEXT,
    email_confirmed_at BIGINT,
    phone TEXT NOT NULL,
    user_name TEXT NOT NULL,
    user_name_key TEXT,
    user_name_workspace_id BIGINT REFERENCES workspace (id),
    theme TEXT NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
    default_page TEXT NOT NULL,
    is_demonstration BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT person_identified CHECK (
        (email_key IS NOT NULL AND user_name_key IS NULL AND user_name_workspace_id IS NULL)
        OR (email_key IS NULL AND user_name_key IS NOT NULL AND user_name_workspace_id IS NOT NULL))
);
CREATE UNIQUE INDEX person_email ON person (email_key) WHERE email_key IS NOT NULL;
CREATE UNIQUE INDEX person_user_name ON person (user_name_workspace_id, user_name_key)
    WHERE user_name_key IS NOT NULL;

-- One way of proving who one is. password: `secret` is the argon2id text. totp: `secret` is sealed,
-- `last_step` the last time step accepted, unused while `confirmed_at` is NULL. recovery_code:
-- `secret` is a SHA-256, `used_at` says it is spent. external: an OpenID Connect account.
-- table: credential platform
CREATE TABLE credential (
    id BIGINT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('password', 'totp', 'recovery_code', 'external')),
    secret TEXT NOT NULL,
    issuer TEXT NOT NULL,
    subject TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    used_at BIGINT
);
CREATE INDEX credential_person ON credential (person_id, kind);
CREATE UNIQUE INDEX credential_password ON credential (person_id) WHERE kind = 'password';
CREATE UNIQUE INDEX credential_totp ON credential (person_id) WHERE kind = 'totp';
CREATE UNIQUE INDEX credential_external ON credential (issuer, subject) WHERE kind = 'external';

-- table: session platform
CREATE TABLE session (
    id BIGINT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('staff', 'portal')),
    is_remembered BOOLEAN NOT NULL,
    totp_proved_at BIGINT,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL,
    CONSTRAINT session_token UNIQUE (token_hash)
);
CREATE INDEX session_person ON session (person_id);
CREATE INDEX session_expiry ON session (expires_at);

-- Single-use links and proofs sent to somebody; only the SHA-256 is stored.
-- table: token platform
CREATE TABLE token (
    id BIGINT NOT NULL PRIMARY KEY,
    token_hash TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('confirm_owner', 'confirm_client', 'reset_password', 'captcha')),
    person_id BIGINT REFERENCES person (id),
    workspace_id BIGINT REFERENCES workspace (id),
    -- what was typed with the request and is needed when the link is followed; no secret
    payload TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    CONSTRAINT token_hash UNIQUE (token_hash)
);
CREATE INDEX token_person ON token (person_id, kind);
CREATE INDEX token_expiry ON token (expires_at);

-- Who agreed to which version of which document, when and from where.
-- table: consent platform
CREATE TABLE consent (
    id BIGINT NOT NULL PRIMARY KEY,
    person_id BIGINT NOT NULL REFERENCES person (id),
    workspace_id BIGINT REFERENCES workspace (id),
    document TEXT NOT NULL CHECK (document IN ('terms', 'privacy', 'processing')),
    version TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    address TEXT NOT NULL
);
CREATE INDEX consent_person ON consent (person_id);

-- Every attempt. `person_id` is NULL when nobody has that identifier.
-- table: sign_in platform
CREATE TABLE sign_in (
    id BIGINT NOT NULL PRIMARY KEY,
    person_id BIGINT REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('staff', 'portal')),
    outcome TEXT NOT NULL CHECK (outcome IN
        ('success', 'wrong_password', 'locked', 'wrong_code', 'second_factor')),
    attempted_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL
);
CREATE INDEX sign_in_person ON sign_in (person_id, id);

-- Failures of one identifier or address inside the window that starts at `since`.
-- table: login_counter platform
CREATE TABLE login_counter (
    subject TEXT NOT NULL PRIMARY KEY,
    failures BIGINT NOT NULL,
    since BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);
CREATE INDEX login_counter_since ON login_counter (since);

-- table: membership shared
CREATE TABLE membership (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    id BIGINT NOT NULL,
    person_id BIGINT NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('staff', 'portal')),
    role TEXT NOT NULL,
    -- the client record a portal user belongs to; 0 until linked
    client_id BIGINT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('invited', 'active', 'deactivated')),
    rights_version BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    CONSTRAINT membership_person UNIQUE (workspace_id, person_id, side)
);
CREATE INDEX membership_places ON membership (person_id, status);
CREATE INDEX membership_client ON membership (workspace_id, client_id);

-- What a workspace changed of its preset's roles and second-factor policy.
-- table: role_difference shared
CREATE TABLE role_difference (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    role TEXT NOT NULL,
    permission TEXT NOT NULL,
    value TEXT NOT NULL CHECK (value IN ('none', 'own', 'all')),
    PRIMARY KEY (workspace_id, role, permission)
);

-- table: two_factor_difference shared
CREATE TABLE two_factor_difference (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    role TEXT NOT NULL,
    policy TEXT NOT NULL CHECK (policy IN ('optional', 'recommended', 'required')),
    PRIMARY KEY (workspace_id, role)
);

-- table: invitation shared
CREATE TABLE invitation (
    workspace_id BIGINT NOT NULL REFERENCES workspace (id),
    id BIGINT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL,
    name TEXT NOT NULL,
    side TEXT NOT NULL CHECK (side IN ('staff', 'portal')),
    role TEXT NOT NULL,
    client_id BIGINT NOT NULL,
    token_hash TEXT NOT NULL,
    invited_by BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT,
    cancelled_at BIGINT,
    PRIMARY KEY (workspace_id, id),
    CONSTRAINT invitation_token UNIQUE (workspace_id, token_hash)
);
-- the link names no workspace
CREATE INDEX invitation_link ON invitation (token_hash);
CREATE INDEX invitation_email ON invitation (workspace_id, email_key);
