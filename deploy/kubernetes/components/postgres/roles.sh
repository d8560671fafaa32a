#!/bin/sh
# Run once, when the volume is new: a role and a database for each service, which nobody else may open.
set -eu
for service in user restaurant order payment delivery notification city; do
    password=$(cat "/roles/$service/password")
    psql -v ON_ERROR_STOP=1 -v role="$service" -v password="$password" <<'SQL'
CREATE ROLE :"role" LOGIN PASSWORD :'password';
CREATE DATABASE :"role" OWNER :"role";
REVOKE ALL ON DATABASE :"role" FROM PUBLIC;
SQL
done
