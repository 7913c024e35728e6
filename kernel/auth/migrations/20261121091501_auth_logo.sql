-- The file that is a business's logo; 0 = none. Every page shows it, so that it is read with the workspace.
ALTER TABLE workspace ADD COLUMN logo BIGINT NOT NULL DEFAULT 0;
