-- What was issued keeps the look it was issued with, whatever becomes of its template. Empty for what was
-- issued before there were templates: it keeps the look of that time.
ALTER TABLE invoices_issue ADD COLUMN look TEXT NOT NULL DEFAULT '';

CREATE TRIGGER invoices_look_stays BEFORE UPDATE ON invoices_issue FOR EACH ROW
WHEN (NEW.look <> OLD.look)
EXECUTE FUNCTION invoices_stay();
