-- Each save of a client's own record asks what he asked before, and how many addresses today.
CREATE INDEX crm_portal_change_of_member
    ON crm_portal_change (workspace_id, membership_id, field, state);
