@echo off
rem Cai Khen Thuong tu thu muc nay, khong can mang. Can bo cai Python @PYTHON@ (64-bit) nam cung thu muc
rem (python-@PYTHON@.*-amd64.exe), hoac Python @PYTHON@ da co tren may. Khong can quyen quan tri.
setlocal
chcp 65001 >nul
set "NGUON=%~dp0"
set "DICH=%LOCALAPPDATA%\Programs\KhenThuong"

call :tim_python
if not defined PY (
    for %%F in ("%NGUON%python-@PYTHON@.*-amd64.exe") do (
        echo Đang cài Python…
        "%%~fF" /quiet InstallAllUsers=0 Include_test=0 Include_doc=0 Include_launcher=0 Include_tcltk=0
    )
    call :tim_python
)
if not defined PY (
    echo LỖI: chưa có Python @PYTHON@. Hãy chép bộ cài python-@PYTHON@.x-amd64.exe vào thư mục này rồi chạy lại.
    pause
    exit /b 1
)

echo Đang chép chương trình…
if exist "%DICH%\chuong_trinh" rmdir /s /q "%DICH%\chuong_trinh"
if exist "%DICH%\python" rmdir /s /q "%DICH%\python"
xcopy /e /i /q /y "%NGUON%chuong_trinh" "%DICH%\chuong_trinh" >nul || goto hong
"%PY%" -m venv "%DICH%\python" || goto hong
echo Đang cài thư viện…
"%DICH%\python\Scripts\python.exe" -m pip install -q --no-index --no-deps --find-links "%NGUON%banh_xe" -r "%NGUON%can_cai.txt" || goto hong
"%DICH%\python\Scripts\python.exe" "%DICH%\chuong_trinh\main.py" self-test || goto hong

powershell -NoProfile -Command "$o=(New-Object -ComObject WScript.Shell); foreach($d in 'Desktop','Programs'){$s=$o.CreateShortcut([IO.Path]::Combine([Environment]::GetFolderPath($d),'Khen Thuong.lnk')); $s.TargetPath='%DICH%\python\Scripts\pythonw.exe'; $s.Arguments='\"%DICH%\chuong_trinh\main.py\"'; $s.WorkingDirectory='%DICH%\chuong_trinh'; $s.IconLocation='%DICH%\chuong_trinh\khenthuong.ico'; $s.Save()}" || goto hong
echo Đã cài xong. Mở bằng biểu tượng «Khen Thuong» trên màn hình nền.
pause
exit /b 0

:hong
echo LỖI: chưa cài được. Hãy xem dòng lỗi ở trên rồi chạy lại; sổ không bị đụng tới.
pause
exit /b 1

:tim_python
set "PY="
for %%P in ("%LOCALAPPDATA%\Programs\Python\Python@PYTHON_SO@\python.exe" "%ProgramFiles%\Python@PYTHON_SO@\python.exe") do if exist "%%~fP" set "PY=%%~fP"
exit /b 0
