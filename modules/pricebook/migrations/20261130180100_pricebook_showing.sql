-- Whether clients read in their portal what they pay today. One row a workspace that chose; without one they do not.
-- table: pricebook_showing business
CREATE TABLE pricebook_showing (
    workspace_id BIGINT NOT NULL,
    are_shown    BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id)
);
