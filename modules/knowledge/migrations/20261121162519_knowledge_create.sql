-- What the team writes once for its clients, and by which words it is proposed to them.
-- table: knowledge_article business
-- table: knowledge_term business

CREATE TABLE knowledge_article (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    title        TEXT NOT NULL CHECK (title <> ''),
    search_key   TEXT NOT NULL,
    keywords     TEXT NOT NULL,
    body         TEXT NOT NULL CHECK (body <> ''),
    publication  TEXT NOT NULL CHECK (publication IN ('draft', 'published')),
    solved       BIGINT NOT NULL CHECK (solved >= 0),
    saved_at     BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, id)
);
CREATE INDEX knowledge_article_by_title ON knowledge_article (workspace_id, search_key, id);

-- Of published articles only.
CREATE TABLE knowledge_term (
    workspace_id BIGINT NOT NULL,
    term         TEXT NOT NULL,
    article_id   BIGINT NOT NULL,
    weight       BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, term, article_id),
    FOREIGN KEY (workspace_id, article_id) REFERENCES knowledge_article (workspace_id, id)
);
CREATE INDEX knowledge_term_by_article ON knowledge_term (workspace_id, article_id);
