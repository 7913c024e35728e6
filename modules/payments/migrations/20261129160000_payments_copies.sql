-- A business may have Stripe keep a copy of what its clients paid; the invoice stays the only legal one.
ALTER TABLE payments_account ADD COLUMN keeps_copies BOOLEAN NOT NULL DEFAULT FALSE;
