-- Electronic invoices name each part of an address: modules that write to clients may join them, as the record
-- says them, with whether he is a company.
CREATE VIEW crm_published_address AS
    SELECT workspace_id, id, kind, billing_address, billing_postal_code, billing_city, billing_country
      FROM crm_client;
