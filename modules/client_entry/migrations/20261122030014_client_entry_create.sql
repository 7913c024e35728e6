-- Which websites may show the button « Compte client » in a frame.
-- table: client_entry_site business
CREATE TABLE client_entry_site (
    workspace_id BIGINT NOT NULL,
    -- "https://www.armor.example": scheme, host and port only
    origin       TEXT NOT NULL,
    added_at     BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, origin)
);
