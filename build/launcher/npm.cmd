@echo off
"%~dp0node.exe" "%~dp0node_modules\npm\bin\npm-cli.js" %*
