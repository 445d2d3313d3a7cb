@echo off
rem Starts Whetstone from its sources on Windows; see the file "whetstone" for what it does.
setlocal enabledelayedexpansion
set "ROOT=%~dp0"
set "DIST=%ROOT%packaging\target\dist"
set "JDK="

if defined WHETSTONE_JAVA call :try "%WHETSTONE_JAVA%"
if not defined JDK if defined JAVA_HOME call :try "%JAVA_HOME%"
if not defined JDK for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-*" "%ProgramFiles%\Java\jdk-*" "%USERPROFILE%\.jdks\*") do if not defined JDK call :try "%%~D"
if not defined JDK (
  echo error: java.missing Whetstone needs a JDK 25 or newer and found none. Install one, for example from https://adoptium.net, or set WHETSTONE_JAVA to its folder. 1>&2
  exit /b 1
)

if not exist "%DIST%\built" (
  where mvn >nul 2>nul
  if errorlevel 1 (
    echo error: maven.missing Building needs Maven on the path. 1>&2
    exit /b 1
  )
  echo Building Whetstone; the first time this takes a few minutes. 1>&2
  pushd "%ROOT%"
  call mvn -B -q -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo error: build.failed The build failed; its output is above. 1>&2
    exit /b 1
  )
  popd
  type nul > "%DIST%\built"
)

"%JDK%\bin\java" -Dwhetstone.home="%DIST%" -Djava.awt.headless=true -XX:+UseCompactObjectHeaders -XX:MaxRAMPercentage=40 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %WHETSTONE_OPTS% -cp "%DIST%\lib\*" dev.whetstone.cli.Main %*
exit /b %errorlevel%

:try
if not exist "%~1\bin\javac.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims=^=." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  set "MAJOR=%%~V"
  set "MAJOR=!MAJOR:"=!"
  if !MAJOR! GEQ 25 set "JDK=%~1"
)
exit /b
