@echo off
"%~dp0node\node.exe" "%~dp0cli\cli.mjs" %*
