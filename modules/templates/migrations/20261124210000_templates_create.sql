-- How papers look is edited for years, and a paper that left keeps the look it left with: every save is a
-- version of its own, so that an old one can come back. A choice is one of the ready templates by its name,
-- or an own one by its id; without a row a type has the first ready one.
-- table: templates_template business
-- table: templates_version business
-- table: templates_choice business
CREATE TABLE templates_template (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    name         TEXT NOT NULL,
    version      BIGINT NOT NULL CHECK (version >= 1),
    content      TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);

CREATE TABLE templates_version (
    workspace_id BIGINT NOT NULL,
    template_id  BIGINT NOT NULL,
    version      BIGINT NOT NULL CHECK (version >= 1),
    name         TEXT NOT NULL,
    content      TEXT NOT NULL,
    saved_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, template_id, version),
    FOREIGN KEY (workspace_id, template_id) REFERENCES templates_template (workspace_id, id)
);

CREATE TABLE templates_choice (
    workspace_id BIGINT NOT NULL,
    type         TEXT NOT NULL CHECK (type IN ('quote', 'invoice', 'credit_note')),
    choice       TEXT NOT NULL,
    PRIMARY KEY (workspace_id, type)
);
