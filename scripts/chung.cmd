@echo off
rem Phan chung cua chay.cmd va kiem_thu.cmd: tim Python, tao .venv.
chcp 65001 >nul
cd /d "%~dp0.."
set "PYTHONUTF8=1"
set "PYTHONDONTWRITEBYTECODE="
set "KT_PYTHON=python"
where py >nul 2>nul && set "KT_PYTHON=py -3"
%KT_PYTHON% -c "import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] < (3, 15))" 2>nul
if errorlevel 1 (
    echo LỖI: cần Python từ 3.11 đến 3.14. Hãy cài Python rồi chạy lại.
    exit /b 1
)
%KT_PYTHON% scripts\moi_truong.py %*
