-- What was invoiced and what came in between two days, which the first page of the day shows: all that its sums read.
CREATE INDEX invoices_invoice_by_day ON invoices_invoice (workspace_id, issued_on, kind, net)
    WHERE issued_on IS NOT NULL;
CREATE INDEX invoices_payment_by_day ON invoices_payment (workspace_id, received_on, kind, amount);
