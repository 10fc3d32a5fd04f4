#!/usr/bin/env bash
# A few people sign up on an ordinary day; without them nobody could tell an empty list from a quiet day.
set -euo pipefail
property() { sed -n "s/^db\.postgres\.$1=//p" /etc/shop/shop.properties; }
PGPASSWORD=$(property password) psql -X -q -v ON_ERROR_STOP=1 -h postgres.shop.internal -U "$(property user)" shop <<'SQL'
INSERT INTO users (name, email, created_at)
SELECT first || ' ' || last, lower(first || '.' || last) || '.' || substr(md5(random()::text), 1, 5) || '@customer.example',
       midnight + (now() - midnight) * n / 13
FROM (SELECT date_trunc('day', now(), 'UTC') AS midnight) AS day,
     unnest(ARRAY['Nils', 'Amara', 'Jonas', 'Leila', 'Pavel', 'Ingrid', 'Mateo', 'Hana', 'Oskar', 'Sofia', 'Ewa', 'Tariq'],
            ARRAY['Holm', 'Diallo', 'Keller', 'Haddad', 'Svoboda', 'Lund', 'Vega', 'Mori', 'Brandt', 'Ricci', 'Mazur', 'Aziz'])
         WITH ORDINALITY AS person (first, last, n)
ORDER BY n;
SQL
