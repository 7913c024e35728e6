-- What the code typed on an invoice takes off, as it was when it was typed, then as it was issued. Empty for none.
ALTER TABLE invoices_invoice ADD COLUMN promotion TEXT NOT NULL DEFAULT '';

CREATE TRIGGER invoices_promotion_stays BEFORE UPDATE ON invoices_invoice FOR EACH ROW
WHEN (OLD.state IN ('issued', 'cancelled') AND NEW.promotion <> OLD.promotion)
EXECUTE FUNCTION invoices_stay();
