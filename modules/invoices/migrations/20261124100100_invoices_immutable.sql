-- The law wants an issued invoice as it was, whoever writes to the database: what may still change is that a
-- credit note cancels it, whose record its client's is, its paper right after, and the words to an erased person.
CREATE TRIGGER invoices_invoice_stays BEFORE UPDATE ON invoices_invoice
WHEN OLD.state IN ('issued', 'cancelled') AND (
     NEW.state NOT IN ('issued', 'cancelled') OR (OLD.state = 'cancelled' AND NEW.state <> 'cancelled')
  OR NEW.id <> OLD.id OR NEW.workspace_id <> OLD.workspace_id OR NEW.kind <> OLD.kind OR NEW.number <> OLD.number
  OR NEW.title <> OLD.title OR NEW.note <> OLD.note OR NEW.nature <> OLD.nature OR NEW.reason <> OLD.reason
  OR NEW.prices <> OLD.prices OR NEW.gross IS NOT OLD.gross OR NEW.asked IS NOT OLD.asked
  OR NEW.issued_on IS NOT OLD.issued_on OR NEW.due_on IS NOT OLD.due_on OR NEW.issued_at IS NOT OLD.issued_at
  OR NEW.credits_id IS NOT OLD.credits_id OR NEW.quote_id IS NOT OLD.quote_id
  OR NEW.delivered_on IS NOT OLD.delivered_on)
BEGIN SELECT RAISE(ABORT, 'an issued invoice stays as it is'); END;

CREATE TRIGGER invoices_line_stays BEFORE UPDATE ON invoices_line
WHEN EXISTS (SELECT 1 FROM invoices_issue s WHERE s.workspace_id = OLD.workspace_id AND s.invoice_id = OLD.invoice_id)
BEGIN SELECT RAISE(ABORT, 'an issued invoice stays as it is'); END;

CREATE TRIGGER invoices_line_is_kept BEFORE DELETE ON invoices_line
WHEN EXISTS (SELECT 1 FROM invoices_issue s WHERE s.workspace_id = OLD.workspace_id AND s.invoice_id = OLD.invoice_id)
BEGIN SELECT RAISE(ABORT, 'an issued invoice stays as it is'); END;

CREATE TRIGGER invoices_issue_stays BEFORE UPDATE ON invoices_issue
WHEN NEW.workspace_id <> OLD.workspace_id OR NEW.invoice_id <> OLD.invoice_id OR NEW.figures <> OLD.figures
  OR NEW.identity <> OLD.identity OR NEW.parties <> OLD.parties OR NEW.buyer <> OLD.buyer OR NEW.terms <> OLD.terms
  OR NEW.issued_by <> OLD.issued_by OR (OLD.paper IS NOT NULL AND NEW.paper IS NOT OLD.paper)
  OR (OLD.paper IS NOT NULL AND NEW.paper_sha256 <> OLD.paper_sha256)
BEGIN SELECT RAISE(ABORT, 'an issued invoice stays as it is'); END;
