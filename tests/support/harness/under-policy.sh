#!/bin/sh
# Runs the program where /etc/pena/policy.json is the one of PENA_TEST_POLICY: in a mount namespace of its own, so
# that nothing of this machine's /etc is touched. Linux, as root.
exec unshare -m sh -c '
  etc="$(dirname "$PENA_TEST_POLICY")/etc"
  mkdir -p "$etc" && mount -t tmpfs tmpfs "$etc" && cp -a /etc/. "$etc" && mkdir -p "$etc/pena" &&
  cp "$PENA_TEST_POLICY" "$etc/pena/policy.json" && chmod 644 "$etc/pena/policy.json" &&
  mount --bind "$etc" /etc && exec "$PENA_TEST_NODE" "$@"' sh "$@"
