-- What opens a site is kept sealed by the key of the installation, as a password is. The codes written in the
-- few hours since the table exists are readable by whoever reads the file: they go, and are written again.
DELETE FROM projects_access_code;
ALTER TABLE projects_access_code RENAME COLUMN code TO sealed_code;
