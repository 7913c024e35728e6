-- A quote nobody answers is followed up some days after it left, as the business sets; zero days: not at
-- all. One row a workspace that changed what everybody starts with.
-- table: quotes_follow_up business
CREATE TABLE quotes_follow_up (
    workspace_id BIGINT NOT NULL,
    first        BIGINT NOT NULL CHECK (first BETWEEN 0 AND 60),
    second       BIGINT NOT NULL CHECK (second BETWEEN 0 AND 60),
    PRIMARY KEY (workspace_id)
);
