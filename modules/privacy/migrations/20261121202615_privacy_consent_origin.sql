-- How a consent came, and what proves it: until now each was given on the portal, its address not kept.
ALTER TABLE privacy_consent ADD COLUMN origin TEXT NOT NULL DEFAULT 'portal';
ALTER TABLE privacy_consent ADD COLUMN proof TEXT NOT NULL DEFAULT '';
