-- Letters and contracts have a look too, chosen as that of quotes and invoices is. The table is made
-- again: SQLite changes no CHECK in place.
-- table: templates_choice business
ALTER TABLE templates_choice RENAME TO templates_choice_before;
CREATE TABLE templates_choice (
    workspace_id BIGINT NOT NULL,
    type         TEXT NOT NULL CHECK (type IN ('quote', 'invoice', 'credit_note', 'letter',
                                               'contract')),
    choice       TEXT NOT NULL,
    PRIMARY KEY (workspace_id, type)
);
INSERT INTO templates_choice (workspace_id, type, choice)
SELECT workspace_id, type, choice FROM templates_choice_before;
DROP TABLE templates_choice_before;
