-- Where an item is sold. What is done at a client’s place was sold everywhere while no zone was said, and still is.
ALTER TABLE pricebook_item ADD COLUMN territory TEXT NOT NULL DEFAULT 'everywhere'
    CHECK (territory IN ('everywhere', 'service_zone'));
UPDATE pricebook_item SET territory = 'service_zone' WHERE category_key LIKE 'intervention%';
