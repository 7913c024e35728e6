-- An accepted quote that is cancelled says so in its history. The table is made again: SQLite changes no
-- CHECK in place.
-- table: quotes_event business
ALTER TABLE quotes_event RENAME TO quotes_event_before;
CREATE TABLE quotes_event (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    quote_id     BIGINT NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('sent', 'seen', 'followed_up', 'asked', 'declined', 'refused',
                                               'expired', 'extended', 'replaced', 'accepted', 'cancelled')),
    at           BIGINT NOT NULL,
    -- of the team; nobody: the client, or the platform itself
    by_member    BIGINT,
    words        TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, quote_id) REFERENCES quotes_quote (workspace_id, id)
);
INSERT INTO quotes_event (workspace_id, id, quote_id, what, at, by_member, words)
SELECT workspace_id, id, quote_id, what, at, by_member, words FROM quotes_event_before;
DROP TABLE quotes_event_before;
CREATE INDEX quotes_event_by_quote ON quotes_event (workspace_id, quote_id, id);
