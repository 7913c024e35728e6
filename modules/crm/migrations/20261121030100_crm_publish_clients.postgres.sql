-- What lists of other modules may join: the name of a client, never how to reach it.
CREATE VIEW crm_published_client WITH (security_invoker = true) AS
    SELECT workspace_id, id, name, search_key, status
      FROM crm_client;
