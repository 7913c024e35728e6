-- What an invoice asks before taxes, less what deposits asked before, as gross is with them: lists add it up.
ALTER TABLE invoices_invoice ADD COLUMN net BIGINT;
-- all workspaces: of what was issued, as it was frozen
UPDATE invoices_invoice SET net = (
    SELECT json_extract(s.figures, '$.totals.net')
           - COALESCE((SELECT sum(json_extract(d.value, '$.net')) FROM json_each(s.figures, '$.deposits') d), 0)
      FROM invoices_issue s
     WHERE s.workspace_id = invoices_invoice.workspace_id AND s.invoice_id = invoices_invoice.id)
 WHERE state IN ('issued', 'cancelled');

CREATE TRIGGER invoices_net_stays BEFORE UPDATE ON invoices_invoice
WHEN OLD.state IN ('issued', 'cancelled') AND NEW.net IS NOT OLD.net
BEGIN SELECT RAISE(ABORT, 'an issued invoice stays as it is'); END;
