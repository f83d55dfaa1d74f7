@echo off
rem Lam ban chay khong can Python vao dist\KhenThuong. Tham so duoc chuyen cho dong_goi.py (--pack: nen).
setlocal
call "%~dp0chung.cmd" --dev || exit /b 1
.venv\Scripts\python.exe scripts\dong_goi.py %*
