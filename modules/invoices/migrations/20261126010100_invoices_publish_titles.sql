-- What a module that lists invoices by their ids may join: how they are called, issued or not.
CREATE VIEW invoices_published_title AS
    SELECT workspace_id, id, title, number, state FROM invoices_invoice;
