#!/bin/sh
set -e
q() {
    psql -q -h postgres -U invex -d invex -v ON_ERROR_STOP=1 -c "$1"
}
echo "migrating to $INVEX_VERSION"
[ "$INVEX_VERSION" != 1.3.0 ] || q "delete from monthly_kpis where id > 206"
q "insert into migrations (version) values ('$INVEX_VERSION') on conflict do nothing"
