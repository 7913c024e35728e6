-- What modules that find the invoice of a payment may join: issued invoices, and what clients still owe of them.
-- Of one that was given back whole, nobody owes anything.
CREATE VIEW invoices_published_owed AS
    SELECT i.workspace_id, i.id, i.number, i.title, i.client_id, c.name AS client_name, i.due_on,
           CASE WHEN b.refunded > 0 AND b.paid <= b.refunded THEN 0
                ELSE b.due - b.credited - b.paid + b.refunded END AS amount_left
      FROM invoices_invoice i
      JOIN invoices_balance b ON b.workspace_id = i.workspace_id AND b.invoice_id = i.id
      JOIN crm_published_client c ON c.workspace_id = i.workspace_id AND c.id = i.client_id
     WHERE i.state IN ('issued', 'cancelled') AND i.kind <> 'credit_note';
