#!/usr/bin/env bash
# Reads the fuses of a packed app and ends badly when one of those that protect it is not as electron-builder.yml says.
set -euo pipefail
export FORCE_COLOR=0
state=$(npx --no -- electron-fuses read --app "$1")
printf '%s\n' "$state"
case $(uname -s) in
  # Electron checks the archive on macOS and Windows only.
  Linux) integrity="" ;;
  *) integrity="EnableEmbeddedAsarIntegrityValidation is Enabled" ;;
esac
for line in \
  "RunAsNode is Disabled" \
  "EnableCookieEncryption is Enabled" \
  "EnableNodeOptionsEnvironmentVariable is Disabled" \
  "EnableNodeCliInspectArguments is Disabled" \
  "OnlyLoadAppFromAsar is Enabled" \
  "GrantFileProtocolExtraPrivileges is Disabled" \
  ${integrity:+"$integrity"}; do
  grep -qF "$line" <<<"$state" || { echo "Not so in $1: $line" >&2; exit 1; }
done
