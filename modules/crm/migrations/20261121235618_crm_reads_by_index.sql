-- Reads by index what read every client. An address is looked for as it is read, without its capitals: by the log of mails for each line, by an erasure.
CREATE INDEX crm_client_by_lower_email ON crm_client (workspace_id, lower(email), id);
CREATE INDEX crm_contact_by_lower_email ON crm_contact (workspace_id, lower(email), id);
-- Who is archived since long, the oldest first: two hundred at a time.
CREATE INDEX crm_client_by_status ON crm_client (workspace_id, status, updated_at, id);
