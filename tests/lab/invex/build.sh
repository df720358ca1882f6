#!/bin/sh
# Builds the images of the stack on a host of the lab and pushes them. REGISTRY as argument.
set -e
export DOCKER_BUILDKIT=0
build() { # NAME VERSION BASE, lines of a Dockerfile on the input
    mkdir -p "image"
    { printf 'FROM %s\n' "$3" && cat; } >Dockerfile
    docker build -q -t "$1:$2" -f Dockerfile . >/dev/null
    docker push -q "$1:$2"
}
chmod +x ./*.sh
docker push -q "$1/lab/base:1"
build "$1/invex/postgres" 15 "$1/lab/base:1" <<'END'
ADD postgres.tar /
COPY postgres.sh init.sql /
RUN mkdir -p /data /etc/postgresql && chown postgres /data
ENV PATH=/usr/lib/postgresql/15/bin:/bin:/sbin
CMD ["/postgres.sh"]
END
# 1.2.0 never becomes healthy; the migration of 1.3.0 loses rows.
for version in 1.0.0 1.1.0 1.2.0 1.3.0; do
    build "$1/invex/backend" $version "$1/invex/postgres:15" <<END
COPY service.sh migrate.sh /
ENV INVEX_VERSION=$version
CMD ["/service.sh"]
END
    for name in web bank-advisor; do
        build "$1/invex/$name" $version "$1/lab/base:1" <<END
COPY service.sh /
ENV INVEX_VERSION=$version
CMD ["/service.sh"]
END
    done
done
# Too large for a small disk: not to be packed well.
build "$1/invex/backend" 9.0.0 "$1/invex/backend:1.1.0" <<'END'
RUN head -c 120000000 /dev/urandom >/large
END
