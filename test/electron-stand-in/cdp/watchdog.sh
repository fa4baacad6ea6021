#!/bin/sh
# Runs Chromium for as long as standard input stays open: it closes when the stand-in ends, however it ends.
# Usage: watchdog.sh <profile folder> <chromium> <arguments…>
folder=$1
shift
trap '' INT HUP TERM
# A group of its own, so that its helpers can be ended with it.
setsid "$@" </dev/null &
chromium=$!
cat >/dev/null
kill -s KILL -- "-$chromium" 2>/dev/null
wait "$chromium" 2>/dev/null
attempts=100
while kill -s 0 -- "-$chromium" 2>/dev/null && [ "$attempts" -gt 0 ]; do
  attempts=$((attempts - 1))
  sleep 0.05
done
rm -rf "$folder"
