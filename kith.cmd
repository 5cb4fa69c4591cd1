@echo off
rem Runs Kith's command line on the Node that npm installed beside it, whatever Node the machine has.
if not exist "%~dp0node_modules\node\bin\node.exe" (
  echo kith: its parts are not installed. Run "npm ci" in %~dp0 first. 1>&2
  exit /b 1
)
"%~dp0node_modules\node\bin\node.exe" "%~dp0src\cli\main.ts" %*
