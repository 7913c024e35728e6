-- What the code typed on a quote takes off, as it was when it was typed: a code that changes later changes none of
-- them. Empty for none.
ALTER TABLE quotes_quote ADD COLUMN promotion TEXT NOT NULL DEFAULT '';
