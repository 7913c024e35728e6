-- Invoices that their clients are asked to sign: what a business wants of those it issues from now on, without a row what
-- its preset says; and one row for each invoice that was asked about, with the signature once there is one. None was.
-- table: signed_invoices_wish business
-- table: signed_invoices_request business
CREATE TABLE signed_invoices_wish (
    workspace_id BIGINT NOT NULL,
    wish         TEXT NOT NULL CHECK (wish IN ('off', 'asked', 'required')),
    PRIMARY KEY (workspace_id)
);

CREATE TABLE signed_invoices_request (
    workspace_id BIGINT NOT NULL,
    invoice_id   BIGINT NOT NULL,
    -- when it was issued
    wish         TEXT NOT NULL CHECK (wish IN ('asked', 'required')),
    signature_id BIGINT,
    signed_at    BIGINT,
    PRIMARY KEY (workspace_id, invoice_id),
    CHECK ((signature_id IS NULL) = (signed_at IS NULL)),
    FOREIGN KEY (workspace_id, invoice_id) REFERENCES invoices_invoice (workspace_id, id)
);
