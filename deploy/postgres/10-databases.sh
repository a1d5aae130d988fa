#!/usr/bin/env bash
# A database and a role for each service that has one; a role can do nothing in another's. Runs once, on an empty volume.
set -euo pipefail

for service in intake referral notification; do
  psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    --set name="$service" --set password="$(cat "/run/secrets/database-$service")" <<'SQL'
create role :"name" login nosuperuser nocreatedb nocreaterole password :'password';
create database :"name" owner :"name";
revoke connect, temporary on database :"name" from public;
SQL
done
