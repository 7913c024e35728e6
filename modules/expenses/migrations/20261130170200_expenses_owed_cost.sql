-- A business in franchise declares that tax too, and claims none back: it is part of what the purchase cost. Of what was
-- there before, everything was claimed back.
ALTER TABLE expenses_expense ADD COLUMN owed_cost BIGINT NOT NULL DEFAULT 0
    CHECK (owed_cost = 0 OR (owed_cost > 0 AND owed_tax <> ''));
