-- A line remembers the item of the price book it was taken from, which of its prices, whose, what everybody paid and
-- what its client was offered: codes count on some items alone, and a year can be counted again under other prices.
-- Nothing for a line that was typed by hand, and for those there were.
ALTER TABLE quotes_line ADD COLUMN item_id BIGINT;
ALTER TABLE quotes_line ADD COLUMN item_term TEXT NOT NULL DEFAULT 'once'
    CHECK (item_term IN ('once', 'month', 'year'));
ALTER TABLE quotes_line ADD COLUMN item_source TEXT NOT NULL DEFAULT 'list'
    CHECK (item_source IN ('list', 'group', 'client'));
ALTER TABLE quotes_line ADD COLUMN list_price BIGINT NOT NULL DEFAULT 0 CHECK (list_price >= 0);
ALTER TABLE quotes_line ADD COLUMN offered_price BIGINT NOT NULL DEFAULT 0 CHECK (offered_price >= 0);
