-- Which draft of an invoice a client’s expenses were put on. Once it is issued the expense names it by its number.
-- table: expenses_billed business
CREATE TABLE expenses_billed (
    workspace_id BIGINT NOT NULL,
    expense_id   BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, expense_id),
    FOREIGN KEY (workspace_id, expense_id) REFERENCES expenses_expense (workspace_id, id)
);
CREATE INDEX expenses_billed_by_invoice ON expenses_billed (workspace_id, invoice_id);
