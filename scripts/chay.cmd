@echo off
rem Cai nhung gi con thieu roi mo chuong trinh. Co tham so thi chuyen cho main.py.
setlocal
set "KT_NOI_GOI=%CD%"
call "%~dp0chung.cmd" || exit /b 1
cd /d "%KT_NOI_GOI%"
"%~dp0..\.venv\Scripts\python.exe" "%~dp0..\main.py" %*
