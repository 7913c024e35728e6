-- Whether an item may be taken into new documents. Until now all of them could.
ALTER TABLE pricebook_item ADD COLUMN offer TEXT NOT NULL DEFAULT 'offered'
    CHECK (offer IN ('offered', 'inactive'));
