-- How a worksite advances, told to its client: a sheet per worksite, publications, comments.
-- table: progress_sheet business
-- table: progress_post business
-- table: progress_post_version business
-- table: progress_comment business
-- table: progress_opening business
-- table: progress_reader business
-- table: progress_setting business
CREATE TABLE progress_sheet (
    workspace_id   BIGINT NOT NULL,
    id             BIGINT NOT NULL,
    client_id      BIGINT NOT NULL,
    project_id     BIGINT NOT NULL,
    identifier     TEXT NOT NULL CHECK (identifier <> ''),
    identifier_key TEXT NOT NULL CHECK (identifier_key <> ''),
    starts_on      TEXT NOT NULL,
    ends_on        TEXT CHECK (ends_on >= starts_on),
    created_by     BIGINT NOT NULL,
    created_at     BIGINT NOT NULL,
    version        BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, client_id) REFERENCES crm_client (workspace_id, id),
    FOREIGN KEY (workspace_id, project_id) REFERENCES projects_project (workspace_id, id)
);
CREATE UNIQUE INDEX progress_sheet_by_identifier ON progress_sheet (workspace_id, identifier_key);
CREATE INDEX progress_sheet_by_client ON progress_sheet (workspace_id, client_id, id);
CREATE UNIQUE INDEX progress_sheet_by_project ON progress_sheet (workspace_id, project_id);

-- A deleted publication keeps its content for 30 days, unseen; then its row goes.
CREATE TABLE progress_post (
    workspace_id  BIGINT NOT NULL,
    id            BIGINT NOT NULL,
    sheet_id      BIGINT NOT NULL,
    author_id     BIGINT NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('draft', 'published', 'cancelled', 'deleted')),
    mark          TEXT NOT NULL CHECK (mark IN ('none', 'finished', 'resumed')),
    body          TEXT NOT NULL,
    worked_on     TEXT,
    written_at    BIGINT NOT NULL,
    published_at  BIGINT,
    edited_at     BIGINT,
    cancelled_at  BIGINT,
    cancel_reason TEXT NOT NULL,
    deleted_at    BIGINT,
    version       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, sheet_id) REFERENCES progress_sheet (workspace_id, id)
);
CREATE INDEX progress_post_in_order ON progress_post (workspace_id, sheet_id, published_at, id);
CREATE INDEX progress_post_marked ON progress_post (workspace_id, sheet_id, published_at)
    WHERE mark <> 'none';
CREATE INDEX progress_post_deleted ON progress_post (workspace_id, deleted_at)
    WHERE state = 'deleted';

-- What a publication said before it was edited.
CREATE TABLE progress_post_version (
    workspace_id BIGINT NOT NULL,
    post_id      BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    body         TEXT NOT NULL,
    mark         TEXT NOT NULL,
    worked_on    TEXT,
    replaced_by  BIGINT NOT NULL,
    replaced_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, post_id, version),
    FOREIGN KEY (workspace_id, post_id) REFERENCES progress_post (workspace_id, id)
);

CREATE TABLE progress_comment (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    sheet_id     BIGINT NOT NULL,
    post_id      BIGINT NOT NULL,
    reply_to     BIGINT,
    author_id    BIGINT NOT NULL,
    author_side  TEXT NOT NULL CHECK (author_side IN ('staff', 'portal')),
    body         TEXT NOT NULL CHECK (body <> ''),
    written_at   BIGINT NOT NULL,
    edited_at    BIGINT,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, post_id) REFERENCES progress_post (workspace_id, id)
);
CREATE INDEX progress_comment_of_post ON progress_comment (workspace_id, post_id, id);

-- Which sheets a member of the team opened last.
CREATE TABLE progress_opening (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    sheet_id      BIGINT NOT NULL,
    opened_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, membership_id, sheet_id),
    FOREIGN KEY (workspace_id, sheet_id) REFERENCES progress_sheet (workspace_id, id)
);
CREATE INDEX progress_opening_last ON progress_opening (workspace_id, membership_id, opened_at);

-- In which order a person reads; no row: oldest first.
CREATE TABLE progress_reader (
    workspace_id  BIGINT NOT NULL,
    membership_id BIGINT NOT NULL,
    reading_order TEXT NOT NULL CHECK (reading_order IN ('oldest_first', 'newest_first')),
    PRIMARY KEY (workspace_id, membership_id)
);

-- No row: what an installation begins with.
CREATE TABLE progress_setting (
    workspace_id         BIGINT NOT NULL,
    comment_on_cancelled TEXT NOT NULL CHECK (comment_on_cancelled IN ('open', 'closed')),
    changed_at           BIGINT NOT NULL,
    PRIMARY KEY (workspace_id)
);
