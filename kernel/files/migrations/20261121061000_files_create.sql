-- Files of every module: one row a file, its bytes outside the database under their own hash, so
-- that a backup taken after the rows holds every byte they name.
-- table: files_file business
-- table: files_variant business
-- table: files_upload business
-- table: files_usage business

-- owner_kind and owner_id name an object of a module, part_id a part of it (a message); who may see
-- the object may see the file. A refused file keeps its name and the reason, not its bytes.
CREATE TABLE files_file (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    owner_kind    TEXT NOT NULL CHECK (owner_kind <> ''),
    owner_id      BIGINT NOT NULL,
    part_id       BIGINT NOT NULL,
    name          TEXT NOT NULL CHECK (name <> ''),
    type          TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('image', 'video', 'document')),
    bytes         BIGINT NOT NULL CHECK (bytes >= 0),
    sha256        TEXT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('waiting', 'ready', 'refused')),
    refusal       TEXT NOT NULL,
    refused_value TEXT NOT NULL,
    caption       TEXT NOT NULL,
    alternative   TEXT NOT NULL,
    width         BIGINT NOT NULL,
    height        BIGINT NOT NULL,
    duration_ms   BIGINT NOT NULL,
    uploaded_by   BIGINT NOT NULL,
    uploaded_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX files_file_by_owner ON files_file (workspace_id, owner_kind, owner_id, id);
CREATE INDEX files_file_by_content ON files_file (workspace_id, sha256);

-- Copies made from an image, or from the first picture of a video.
CREATE TABLE files_variant (
    workspace_id BIGINT NOT NULL,
    file_id      BIGINT NOT NULL,
    variant      TEXT NOT NULL CHECK (variant IN (
        'thumbnail', 'medium', 'large', 'touch_icon', 'icon', 'large_icon', 'full_icon')),
    sha256       TEXT NOT NULL CHECK (sha256 <> ''),
    bytes        BIGINT NOT NULL CHECK (bytes > 0),
    width        BIGINT NOT NULL,
    height       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, file_id, variant),
    FOREIGN KEY (workspace_id, file_id) REFERENCES files_file (workspace_id, id)
);
CREATE INDEX files_variant_by_content ON files_variant (workspace_id, sha256);

-- A file on its way in pieces. Its bytes are in the temporary folder until a form takes it.
CREATE TABLE files_upload (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    uploader_id  BIGINT NOT NULL,
    name         TEXT NOT NULL,
    bytes        BIGINT NOT NULL CHECK (bytes > 0),
    received     BIGINT NOT NULL CHECK (received >= 0 AND received <= bytes),
    started_at   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX files_upload_by_uploader ON files_upload (workspace_id, uploader_id, started_at);

-- How much room is taken. No row = nothing yet, and the limits everybody starts with.
CREATE TABLE files_usage (
    workspace_id    BIGINT NOT NULL,
    used_bytes      BIGINT NOT NULL,
    quota_bytes     BIGINT NOT NULL CHECK (quota_bytes >= 0),
    image_bytes_max BIGINT NOT NULL CHECK (image_bytes_max > 0),
    PRIMARY KEY (workspace_id)
);
