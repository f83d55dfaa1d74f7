@echo off
rem Cai nhung gi con thieu roi chay moi kiem tra. Tham so duoc chuyen cho pytest.
setlocal
call "%~dp0chung.cmd" --dev || exit /b 1
set "HONG="
.venv\Scripts\python.exe -m ruff check . || set "HONG=1"
.venv\Scripts\python.exe -m ruff format --check . || set "HONG=1"
.venv\Scripts\python.exe -m basedpyright --warnings || set "HONG=1"
set "QT_QPA_PLATFORM=offscreen"
.venv\Scripts\python.exe -m pytest -n 2 %* || exit /b 1
if "%~1"=="" (
    .venv\Scripts\python.exe scripts\dong_goi.py || exit /b 1
    .venv\Scripts\python.exe scripts\thu_ban_dong_goi.py || set "HONG=1"
)
if defined HONG exit /b 1
