#!/bin/sh
# Run once, by the image of PostgreSQL, when its volume is new: for each service a role, and a database
# that nobody else may enter.
set -eu
for service in user restaurant order payment delivery notification city; do
    name=$(echo "$service" | tr '[:lower:]' '[:upper:]')_DATABASE_PASSWORD
    eval "password=\${$name:?is missing}"
    psql -v ON_ERROR_STOP=1 -v name="$service" -v password="$password" \
        --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE ALL ON DATABASE :"name" FROM PUBLIC;
SQL
done
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres <<'SQL'
REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;
SQL
