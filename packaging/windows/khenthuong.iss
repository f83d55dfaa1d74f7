; Bộ cài cho Windows 10/11 64-bit, bằng Inno Setup 6 (iscc packaging\windows\khenthuong.iss).
; Cài cho riêng người dùng đang đăng nhập: không hỏi mật khẩu quản trị.
;
; Cài lặng, không hỏi gì:      KhenThuong-<bản>-cai-dat.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART
; Không đặt biểu tượng nền:    thêm /MERGETASKS="!bieutuong"
; Vào thư mục khác:            thêm /DIR="D:\KhenThuong"
; Gỡ lặng:                     unins000.exe /VERYSILENT
; Gỡ chương trình không bao giờ xóa sổ: dữ liệu nằm ở %LOCALAPPDATA%\KhenThuong.

#ifndef Ban
  #error Thiếu số bản: iscc /DBan=0.1.0 …
#endif
#ifndef Nguon
  #define Nguon "..\..\dist\KhenThuong"
#endif
#ifndef Ra
  #define Ra "..\..\dist"
#endif

[Setup]
AppId={{6C2E3F0E-5B0B-4B52-9A36-5B9B8C0D7E11}
AppName=Khen Thưởng
AppVersion={#Ban}
AppVerName=Khen Thưởng {#Ban}
VersionInfoVersion={#Ban}
PrivilegesRequired=lowest
; Không dùng {localappdata}\KhenThuong: đó là thư mục dữ liệu.
DefaultDirName={localappdata}\Programs\KhenThuong
DisableProgramGroupPage=yes
DisableReadyPage=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
OutputDir={#Ra}
OutputBaseFilename=KhenThuong-{#Ban}-cai-dat
SetupIconFile=khenthuong.ico
UninstallDisplayIcon={app}\KhenThuong.exe
UninstallDisplayName=Khen Thưởng
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
RestartApplications=no
ShowLanguageDialog=no

[Languages]
Name: "vi"; MessagesFile: "compiler:Default.isl,tieng_viet.isl"

[Tasks]
Name: "bieutuong"; Description: "Đặt biểu tượng trên màn hình nền"

[InstallDelete]
; Bản cũ và bản chờ cập nhật; những thư mục này chỉ chứa chương trình.
Type: filesandordirs; Name: "{app}\ban-*"
Type: filesandordirs; Name: "{app}\cap_nhat"

[UninstallDelete]
; Những bản đến bằng tệp cập nhật không có trong danh sách của bộ cài.
Type: filesandordirs; Name: "{app}\ban-*"
Type: filesandordirs; Name: "{app}\cap_nhat"

[Files]
Source: "{#Nguon}\*"; DestDir: "{app}"; Excludes: "portable.txt,du_lieu"; \
  Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\Khen Thưởng"; Filename: "{app}\KhenThuong.exe"
Name: "{userdesktop}\Khen Thưởng"; Filename: "{app}\KhenThuong.exe"; Tasks: bieutuong

[Run]
Filename: "{app}\KhenThuong.exe"; Description: "Mở Khen Thưởng"; \
  Flags: nowait postinstall skipifsilent
