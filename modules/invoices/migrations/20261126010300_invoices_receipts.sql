-- Whether clients are written to when a payment of theirs is recorded. One row a workspace that chose; without one they
-- are.
-- table: invoices_receipts business
CREATE TABLE invoices_receipts (
    workspace_id BIGINT NOT NULL,
    are_sent     BOOLEAN NOT NULL,
    PRIMARY KEY (workspace_id)
);
