-- Which expense a credit note that was typed takes back: never more than it was. Found by its number, as it is typed.
ALTER TABLE expenses_expense ADD COLUMN credited_id BIGINT CHECK (credited_id IS NULL OR takes_back);
CREATE INDEX expenses_expense_by_credited ON expenses_expense (workspace_id, credited_id);
CREATE INDEX expenses_expense_by_number ON expenses_expense (workspace_id, number);
