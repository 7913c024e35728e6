-- A quote that was sent has a number and is not edited any more: what was sent, to whom and what it came to
-- is kept apart, as it was; what became of it is told line by line.
-- table: quotes_issue business
-- table: quotes_event business
-- table: quotes_agreement business
ALTER TABLE quotes_quote ADD COLUMN number TEXT NOT NULL DEFAULT '';
ALTER TABLE quotes_quote ADD COLUMN sent_at BIGINT;
ALTER TABLE quotes_quote ADD COLUMN seen_at BIGINT;
ALTER TABLE quotes_quote ADD COLUMN settled_at BIGINT;
ALTER TABLE quotes_quote ADD COLUMN replaced_by BIGINT;
CREATE UNIQUE INDEX quotes_quote_by_number ON quotes_quote (workspace_id, number) WHERE number <> '';

CREATE TABLE quotes_issue (
    workspace_id BIGINT NOT NULL,
    quote_id     BIGINT NOT NULL,
    way          TEXT NOT NULL CHECK (way IN ('mail', 'hand')),
    to_name      TEXT NOT NULL,
    to_email     TEXT NOT NULL,
    words        TEXT NOT NULL,
    sent_by      BIGINT NOT NULL,
    sent_on      TEXT NOT NULL,
    -- what billing froze, its SHA-256, and who wrote to whom
    figures      TEXT NOT NULL,
    identity     TEXT NOT NULL,
    parties      TEXT NOT NULL,
    -- the exact paper, made right after
    paper        BIGINT,
    PRIMARY KEY (workspace_id, quote_id),
    FOREIGN KEY (workspace_id, quote_id) REFERENCES quotes_quote (workspace_id, id)
);

-- What the client accepted, with the options he chose: frozen as the issue is.
CREATE TABLE quotes_agreement (
    workspace_id BIGINT NOT NULL,
    quote_id     BIGINT NOT NULL,
    -- of who keeps signatures
    signing_id   BIGINT NOT NULL,
    figures      TEXT NOT NULL,
    identity     TEXT NOT NULL,
    accepted_at  BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, quote_id),
    FOREIGN KEY (workspace_id, quote_id) REFERENCES quotes_quote (workspace_id, id)
);

CREATE TABLE quotes_event (
    workspace_id BIGINT NOT NULL,
    id           BIGINT NOT NULL,
    quote_id     BIGINT NOT NULL,
    what         TEXT NOT NULL CHECK (what IN ('sent', 'seen', 'followed_up', 'asked', 'declined', 'refused',
                                               'expired', 'extended', 'replaced', 'accepted')),
    at           BIGINT NOT NULL,
    -- of the team; nobody: the client, or the platform itself
    by_member    BIGINT,
    words        TEXT NOT NULL,
    PRIMARY KEY (workspace_id, id),
    FOREIGN KEY (workspace_id, quote_id) REFERENCES quotes_quote (workspace_id, id)
);
CREATE INDEX quotes_event_by_quote ON quotes_event (workspace_id, quote_id, id);
