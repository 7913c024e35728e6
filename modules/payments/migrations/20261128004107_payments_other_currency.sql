-- Money may come in another currency than that of the invoice: it is no payment of it, and the team is told
-- once, which this column remembers.
ALTER TABLE payments_checkout ADD COLUMN other_currency TEXT NOT NULL DEFAULT '';
