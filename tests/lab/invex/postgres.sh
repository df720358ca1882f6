#!/bin/sh
# The database of the stack: made with its rows at the first start.
set -e
as() {
    su postgres -s /bin/sh -c "$*"
}
chown postgres /data
if [ ! -s /data/PG_VERSION ]; then
    as "initdb -D /data -U invex --auth=trust --no-sync -E UTF8 --locale=C >/dev/null"
    as "pg_ctl -D /data -w -o '-c listen_addresses= -c unix_socket_directories=/tmp -c fsync=off' start >/dev/null"
    as "createdb -h /tmp -U invex invex"
    as "psql -q -h /tmp -U invex -d invex -v ON_ERROR_STOP=1 -f /init.sql"
    as "pg_ctl -D /data -w -m fast stop >/dev/null"
    echo "host all all all trust" >>/data/pg_hba.conf
fi
exec su postgres -s /bin/sh -c \
    "exec postgres -D /data -c listen_addresses='*' -c unix_socket_directories=/tmp -c fsync=off -c jit=off"
