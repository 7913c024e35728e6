-- A credit note of a supplier takes back what he asked: its amounts are above 0, as he writes them, and count below.
-- What was there before are expenses.
ALTER TABLE expenses_expense ADD COLUMN takes_back BOOLEAN NOT NULL DEFAULT FALSE
    CHECK (NOT takes_back OR (category = 'supplier' AND distance IS NULL));
