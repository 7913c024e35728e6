-- One reading of who a member is and how he comes in, for every list and page that shows it.
CREATE VIEW auth_published_member WITH (security_invoker = true) AS
    SELECT m.workspace_id, m.id, m.person_id AS person, p.name, p.email, p.user_name, m.role, m.side,
           m.client_id AS client, m.status,
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.kind = 'password') AS has_password,
           EXISTS (SELECT 1 FROM credential c WHERE c.person_id = p.id AND c.kind = 'totp'
                   AND c.confirmed_at IS NOT NULL) AS has_totp,
           coalesce((SELECT max(s.last_used_at) FROM session s
                     WHERE s.person_id = p.id AND s.side = m.side), 0) AS last_used_at
      FROM membership m JOIN person p ON p.id = m.person_id;
