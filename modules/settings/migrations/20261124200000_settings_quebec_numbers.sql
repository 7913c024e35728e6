-- The numbers a business of Québec shows on its invoices (TPS, TVQ) and says who it is by (NEQ): the ones of France say
-- nothing there.
ALTER TABLE settings_profile ADD COLUMN neq TEXT NOT NULL DEFAULT '';
ALTER TABLE settings_profile ADD COLUMN tps_number TEXT NOT NULL DEFAULT '';
ALTER TABLE settings_profile ADD COLUMN tvq_number TEXT NOT NULL DEFAULT '';
