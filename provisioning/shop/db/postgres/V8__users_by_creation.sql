-- For the page with the users created today.
CREATE INDEX users_by_creation ON users (created_at);
