-- Invoices come by e-mail too: who sent each file, and the address that suppliers write to, which is
-- given anew when it leaked. What came before came otherwise. The column is made again, with its CHECK,
-- and not the table, which supplier invoices point to.
-- table: einvoicing_mail_address business
ALTER TABLE einvoicing_reception ADD COLUMN came_by TEXT NOT NULL DEFAULT 'upload'
    CHECK (came_by IN ('upload', 'platform', 'email'));
UPDATE einvoicing_reception SET came_by = origin;
ALTER TABLE einvoicing_reception DROP COLUMN origin;
ALTER TABLE einvoicing_reception RENAME COLUMN came_by TO origin;
-- as the message says, which proves nothing; empty for what did not come by e-mail
ALTER TABLE einvoicing_reception ADD COLUMN sender TEXT NOT NULL DEFAULT '';
CREATE INDEX einvoicing_reception_mailed ON einvoicing_reception (workspace_id, received_at) WHERE origin = 'email';
-- A file that a supplier sends twice is one, until somebody puts it away.
CREATE UNIQUE INDEX einvoicing_reception_once ON einvoicing_reception (workspace_id, fingerprint)
 WHERE origin = 'email' AND state <> 'dismissed';

CREATE TABLE einvoicing_mail_address (
    workspace_id BIGINT NOT NULL,
    -- in the signed key of the address: another number is another address
    number       BIGINT NOT NULL,
    made_at      BIGINT NOT NULL,
    PRIMARY KEY (workspace_id)
);
