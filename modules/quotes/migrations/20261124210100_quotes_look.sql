-- A quote that left keeps the look it left with, whatever becomes of its template. Empty for those that
-- left before there were templates: they keep the look of that time.
ALTER TABLE quotes_issue ADD COLUMN look TEXT NOT NULL DEFAULT '';
