-- What modules that tell the tax office of payments may ask: whether the tax on services falls due with them.
CREATE VIEW accounting_published_tax_due AS
    SELECT workspace_id, tax_due FROM accounting_choice;
