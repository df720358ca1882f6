#!/bin/sh
# A service of the stack: tells its version and what its environment says. Version 1.2.0 is broken.
mkdir -p /var/www
printf '{"status":"%s","version":"%s","greeting":"%s"}\n' \
    "$([ "$INVEX_VERSION" = 1.2.0 ] && echo failing || echo healthy)" "$INVEX_VERSION" "$GREETING" >/var/www/health
echo "listening, version $INVEX_VERSION"
exec httpd -f -p 8000 -h /var/www
