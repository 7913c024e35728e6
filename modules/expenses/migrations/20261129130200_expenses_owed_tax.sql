-- A tax that the buyer declares himself (« autoliquidation ») stands beside the price: « france_tva20 », « union_tva20 ».
ALTER TABLE expenses_expense ADD COLUMN owed_tax TEXT NOT NULL DEFAULT ''
    CHECK (owed_tax = '' OR tax = '');
