-- Which expenses an accepted invoice of a supplier became: one for each tax it has. Told again, it becomes none twice.
-- table: expenses_supplied business
CREATE TABLE expenses_supplied (
    workspace_id        BIGINT NOT NULL,
    expense_id          BIGINT NOT NULL,
    supplier_invoice_id BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, expense_id),
    FOREIGN KEY (workspace_id, expense_id) REFERENCES expenses_expense (workspace_id, id)
);
CREATE INDEX expenses_supplied_by_invoice ON expenses_supplied (workspace_id, supplier_invoice_id);
CREATE INDEX expenses_expense_by_supplier ON expenses_expense (workspace_id, supplier, id);
