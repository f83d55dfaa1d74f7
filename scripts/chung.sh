# Phần chung của scripts/chay và scripts/kiem_thu (sh POSIX, được nạp bằng «.»).
# shellcheck shell=sh

NOI_GOI=$PWD
cd "$(dirname -- "$0")/.." || exit 1
GOC=$PWD
unset PYTHONDONTWRITEBYTECODE PYTHONHOME PYTHONPATH
PATH=$PATH:/usr/sbin:/sbin

# Qt đòi bảng mã UTF-8; máy tối giản thường để trống.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
*UTF-8 | *utf-8 | *UTF8 | *utf8) ;;
*) LC_ALL=C.UTF-8 && export LC_ALL ;;
esac

# thư viện : gói Debian. Ở dòng đầu là những gì cần cả khi không có màn hình.
THU_VIEN_QT="libEGL.so.1:libegl1 libGL.so.1:libgl1 libglib-2.0.so.0:libglib2.0-0
libgthread-2.0.so.0:libglib2.0-0 libdbus-1.so.3:libdbus-1-3 libfontconfig.so.1:libfontconfig1
libxkbcommon.so.0:libxkbcommon0 libgssapi_krb5.so.2:libgssapi-krb5-2"
THU_VIEN_MAN_HINH="libxkbcommon-x11.so.0:libxkbcommon-x11-0 libxcb-cursor.so.0:libxcb-cursor0
libxcb-icccm.so.4:libxcb-icccm4 libxcb-keysyms.so.1:libxcb-keysyms1
libxcb-shape.so.0:libxcb-shape0 libxcb-image.so.0:libxcb-image0
libxcb-render-util.so.0:libxcb-render-util0"

bao() { printf '%s\n' "$*" >&2; }
dung() {
    bao "LỖI: $*"
    exit 1
}

python_dung_duoc() {
    "$1" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
        2>/dev/null
}

# Thư viện dùng chung của Python: Debian để trong gói riêng, Python khác để cạnh nó.
co_libpython() {
    ten=$("$1" -c 'import sysconfig; print(sysconfig.get_config_var("INSTSONAME") or "")')
    thu_muc=$("$1" -c 'import sysconfig; print(sysconfig.get_config_var("LIBDIR") or "")')
    [ -e "$thu_muc/$ten" ] || ldconfig -p 2>/dev/null | grep -q "$ten "
}

# In ra tên Python từ 3.11 trở lên, nếu có.
tim_python() {
    for ten in python3 python3.13 python3.12 python3.11 python3.14; do
        if python_dung_duoc "$ten"; then
            printf '%s\n' "$ten"
            return 0
        fi
    done
    return 1
}

co_phong() { # fonts-liberation 1.x của Debian 12 thiếu 60 chữ Việt, nên phải là bản 2
    case $1 in
    fonts-liberation2)
        [ -e /usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf ] && return 0
        ban=$(dpkg-query -W -f '${Version}' fonts-liberation 2>/dev/null) &&
            dpkg --compare-versions "$ban" ge 1:2
        ;;
    fonts-noto-core) [ -e /usr/share/fonts/truetype/noto/NotoSans-Regular.ttf ] ;;
    esac
}

# In ra những gói Debian còn thiếu trong danh sách «thư viện:gói».
goi_thieu() {
    co=$(ldconfig -p 2>/dev/null) || return 0
    for cap in $1; do
        case $co in
        *"${cap%%:*} "*) ;;
        *) printf '%s\n' "${cap##*:}" ;;
        esac
    done | sort -u
}

# Cài gói hệ thống khi là root; nếu không thì nói rõ lệnh phải chạy.
cai_goi() { # cai_goi bat_buoc|nen_co GÓI…
    muc=$1
    shift
    if ! command -v apt-get >/dev/null 2>&1; then
        bao "Máy thiếu thư viện hệ thống. Tên gói trên Debian/Ubuntu: $*"
        bao "Hãy cài gói tương ứng của hệ điều hành này rồi chạy lại."
    elif [ "$(id -u)" -ne 0 ]; then
        bao "Máy thiếu gói hệ thống. Hãy chạy lệnh sau (hỏi mật khẩu quản trị) rồi chạy lại:"
        bao "    sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
    else
        bao "Đang cài gói hệ thống: $*"
        ra=$(
            apt-get update -qq 2>&1 # danh mục cũ vẫn có thể đủ dùng
            DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -qq --no-install-recommends "$@" 2>&1
        ) && return 0
        bao "$ra"
        bao "apt-get không cài được các gói trên."
    fi
    [ "$muc" = nen_co ] || exit 1
    bao "Chỉ thiếu phông chữ, nên vẫn chạy tiếp; chữ có thể không đẹp."
}

# chuan_bi «danh sách thư viện» [--dev]: đủ gói hệ thống, Python, .venv. Đặt biến PY.
chuan_bi() {
    thieu=$(goi_thieu "$1")
    PYTHON=$(tim_python) || thieu="$thieu python3 python3-venv"
    if [ -n "$PYTHON" ] && ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        case $PYTHON in
        python3) thieu="$thieu python3-venv" ;;
        *) thieu="$thieu $PYTHON-venv" ;;
        esac
    fi
    # Phép thử đổi văn bản sang PDF bằng LibreOffice, đóng gói bằng PyInstaller (binutils và
    # libpython); chạy chương trình thì không bắt buộc có.
    if [ "${2:-}" = --dev ]; then
        command -v objdump >/dev/null 2>&1 || thieu="$thieu binutils"
        [ -z "$PYTHON" ] || co_libpython "$PYTHON" || thieu="$thieu lib$("$PYTHON" -c \
            'import sys; print("python%d.%d" % sys.version_info[:2])')"
        command -v soffice >/dev/null 2>&1 || thieu="$thieu libreoffice-writer"
        /usr/bin/python3 -c 'import uno' 2>/dev/null || thieu="$thieu python3-uno"
    fi
    phong=
    for goi in fonts-liberation2 fonts-noto-core; do
        co_phong "$goi" || phong="$phong $goi"
    done
    # shellcheck disable=SC2086
    if [ -n "$thieu" ]; then
        cai_goi bat_buoc $thieu $phong
    elif [ -n "$phong" ]; then
        cai_goi nen_co $phong
    fi
    PYTHON=$(tim_python) ||
        dung "cần Python từ 3.11 đến 3.14; máy này chỉ có: $(python3 --version 2>&1)"
    "$PYTHON" scripts/moi_truong.py ${2:+"$2"} >&2 || exit 1
    PY=$GOC/.venv/bin/python
}
