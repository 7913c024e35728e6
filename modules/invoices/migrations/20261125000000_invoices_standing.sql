-- The view of the list an invoice stands in, written with each move and each payment: counted from its balance, a
-- hundred thousand of them made the list take 0.3 s.
ALTER TABLE invoices_invoice ADD COLUMN standing TEXT NOT NULL DEFAULT 'draft'
    CHECK (standing IN ('draft', 'checked', 'unpaid', 'paid', 'refunded', 'cancelled', 'credit_note'));
-- all workspaces: what there is
UPDATE invoices_invoice SET standing = CASE
    WHEN state <> 'issued' THEN state
    WHEN kind = 'credit_note' THEN 'credit_note'
    ELSE COALESCE((SELECT CASE WHEN b.refunded > 0 AND b.paid <= b.refunded THEN 'refunded'
                               WHEN b.due - b.credited <= b.paid - b.refunded THEN 'paid'
                               ELSE 'unpaid' END
                     FROM invoices_balance b
                    WHERE b.workspace_id = invoices_invoice.workspace_id
                      AND b.invoice_id = invoices_invoice.id), 'unpaid') END;
CREATE INDEX invoices_invoice_by_standing ON invoices_invoice (workspace_id, standing, id);
CREATE INDEX invoices_invoice_by_due ON invoices_invoice (workspace_id, standing, due_on);
DROP INDEX invoices_invoice_by_state;
