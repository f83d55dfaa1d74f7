"""Where books may lie: text in, verdict out."""

import pytest

from khenthuong.domain.data_place import DriveType, Machine, PlaceKind, judge, mount_of

MOUNTS = """\
/dev/sda2 / ext4 rw 0 0
/dev/sda3 /home ext4 rw 0 0
may-chu:/chung /srv/chung nfs4 rw 0 0
//10.0.0.5/dung\\040chung /mnt/o\\040chung cifs rw 0 0
rclone: /home/an/gdrive fuse.rclone rw 0 0
encfs /home/an/rieng fuse.encfs rw 0 0
/dev/sdb1 /media/an/USB vfat rw 0 0
/dev/sdc1 /mnt/ntfs fuseblk rw 0 0
"""


def kind(path: str, **known: object) -> PlaceKind | None:
    verdict = judge(path, Machine(**known))
    return verdict.kind if verdict else None


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"C:\Users\an\OneDrive\KhenThuong", "OneDrive"),
        (r"C:\Users\an\OneDrive - UBND xã Vĩnh An\Tài liệu\so", "OneDrive"),
        (r"C:\Users\an\Dropbox (Personal)\so", "Dropbox"),
        (r"G:\My Drive\so", "Google Drive"),
        (r"G:\Drive của tôi\so", "Google Drive"),
        (r"C:\Users\an\Google Drive\so", "Google Drive"),
        ("/Users/an/Library/CloudStorage/GoogleDrive-an/so", "iCloud/CloudStorage"),
        ("/Users/an/Library/Mobile Documents/com~apple~CloudDocs/so", "iCloud"),
        (r"C:\Users\an\iCloudDrive\so", "iCloud"),
        (r"C:\Users\an\Documents\Zalo Received Files\so", "Zalo"),
        (r"C:\Users\an\AppData\Local\ZaloPC\so", "Zalo"),
        ("/home/an/Nextcloud/so", "Nextcloud"),
    ],
)
def test_cloud_folders_by_name(path: str, service: str) -> None:
    verdict = judge(path, Machine())
    assert verdict is not None
    assert (verdict.kind, verdict.service, verdict.refused) == (PlaceKind.CLOUD, service, True)


def test_documents_redirected_into_onedrive_by_the_environment() -> None:
    environment = {"OneDriveCommercial": r"D:\Dong bo", "Path": r"D:\Dong bo\bin"}
    assert kind(r"D:\dong bo\Documents\so", environment=environment) is PlaceKind.CLOUD
    assert kind(r"D:\Dong bo khac\so", environment=environment) is None
    assert kind(r"D:\so", environment={"OneDrive": ""}) is None


def test_marker_files_of_synchronising_programs() -> None:
    markers = {r"E:\chung": [".stfolder", ".git"], r"E:\rieng": [".git"]}
    assert kind(r"E:\chung\so", markers=markers) is PlaceKind.CLOUD
    assert kind(r"E:\rieng\so", markers=markers) is None


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\an\AppData\Local\KhenThuong",
        "/home/an/.local/share/KhenThuong",
        r"D:\Thi đua khen thưởng\so",
        r"C:\onedriver\so",
        r"\\?\C:\so",
        r"C:\Zaloi\so",
        "/home/an/rieng/so",
        "/mnt/ntfs/so",
    ],
)
def test_ordinary_folders_are_fine(path: str) -> None:
    mounts = MOUNTS if path.startswith("/") else ""
    assert judge(path, Machine(mounts=mounts, drive=DriveType.FIXED)) is None


@pytest.mark.parametrize(
    ("path", "service"),
    [
        (r"\\may-chu\chung\so", "may-chu"),
        (r"\\?\UNC\may-chu\chung\so", "may-chu"),
        ("/srv/chung/so", "nfs4"),
        ("/mnt/o chung/so", "cifs"),
        ("/home/an/gdrive/so", "fuse.rclone"),
    ],
)
def test_network_shares(path: str, service: str) -> None:
    verdict = judge(path, Machine(mounts=MOUNTS if path.startswith("/") else ""))
    assert verdict is not None
    assert (verdict.kind, verdict.service) == (PlaceKind.NETWORK, service)


def test_a_mapped_drive_is_a_share() -> None:
    assert kind(r"Z:\so", drive=DriveType.REMOTE) is PlaceKind.NETWORK


@pytest.mark.parametrize(
    "path",
    [
        r"C:\Users\an\AppData\Local\Temp\Temp1_khenthuong.zip\khenthuong\du_lieu",
        r"C:\Users\an\AppData\Local\Temp\0a1b_khenthuong.zip.1f3\du_lieu",
        r"C:\Users\an\AppData\Local\Temp\Rar$EXa1234.567\du_lieu",
        r"C:\Users\an\AppData\Local\Temp\7zO8C1D\du_lieu",
    ],
)
def test_a_program_started_inside_an_archive(path: str) -> None:
    assert kind(path, temporary=[r"C:\Users\an\AppData\Local\Temp"]) is PlaceKind.ARCHIVE


def test_a_container_s_own_disk_is_no_share() -> None:
    mounts = "overlay / fuse.fuse-overlayfs rw 0 0\nhost /srv 9p rw 0 0\n"
    assert judge("/root/so", Machine(mounts=mounts)) is None
    assert judge("/srv/so", Machine(mounts=mounts)) is None


def test_temporary_folders() -> None:
    assert kind("/tmp/so", temporary=["/tmp"]) is PlaceKind.TEMPORARY
    assert kind("/tmpso", temporary=["/tmp"]) is None
    assert kind(r"R:\so", drive=DriveType.RAM) is PlaceKind.TEMPORARY


def test_a_removable_drive_is_allowed_with_a_warning() -> None:
    for verdict in (
        judge(r"F:\du_lieu", Machine(drive=DriveType.REMOVABLE)),
        judge("/media/an/USB/so", Machine(mounts=MOUNTS)),
    ):
        assert verdict is not None
        assert verdict.kind is PlaceKind.REMOVABLE
        assert not verdict.refused


def test_the_deepest_mount_counts() -> None:
    assert mount_of("/home/an/gdrive/x", MOUNTS) == ("/home/an/gdrive", "fuse.rclone")
    assert mount_of("/home/an/gdrivex", MOUNTS) == ("/home", "ext4")
    assert mount_of("/x", "") == ("", "")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (r"C:\Users\Nguyễn Thị Minh Hòa\AppData\Local\KhenThuong", None),
        ("D:\\" + "thi đua khen thưởng\\" * 5 + "sổ", PlaceKind.DEEP),
        ("/nha/" + "rất dài/" * 40, None),
    ],
)
def test_a_folder_so_deep_that_word_would_not_open_its_papers(path, found) -> None:
    assert kind(path) is found
    verdict = judge(path, Machine())
    assert verdict is None or not verdict.refused
