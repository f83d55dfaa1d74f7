"""The answers of the reports: each nominee's own results, and sentences picked for each alone."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from khenthuong.domain.batch import AnswerCell
from scripts.xa_mau import dot_xet, lich_su, so_bo, ten

PERSON = "bao_cao_thanh_tich_ca_nhan"
UNIT = "bao_cao_thanh_tich_tap_the"
HOUSEHOLD = "bao_cao_thanh_tich_ho_gia_dinh"
MOVEMENT = "bao_cao_chuyen_de"
SUDDEN = "bao_cao_dot_xuat"
TABLE = ("chi_tieu", "don_vi_tinh", "nam_truoc", "nam_nay", "so_sanh")
WITHOUT_REPORT = (("D1", "CN107"), ("D1", "CN101"), ("D2", "CN042"))
"""Nominees whose report was not handed in."""

_HOC_HAM = {
    "CN016": "Thạc sĩ",
    "CN028": "Giáo viên giỏi cấp thành phố năm học 2019-2020",
    "CN037": "Giáo viên dạy giỏi cấp thành phố năm học 2022-2023",
    "CN052": "Bác sĩ chuyên khoa I",
    "CN046": "Giáo viên dạy giỏi cấp thành phố",
}


@cache
def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


def answers() -> tuple[AnswerCell, ...]:
    """All answers, a round and a recipient after the other."""
    pairs = dict.fromkeys((p.nomination.round, p.nomination.recipient) for p in dot_xet.proposals())
    found: list[AnswerCell] = []
    for code, recipient in pairs:
        if (code, recipient) not in WITHOUT_REPORT:
            found += _report(code, recipient)
    return tuple(found)


def _report(code: str, recipient: str) -> Iterator[AnswerCell]:
    if code == "D4" and not recipient.startswith("HO"):
        form, values = SUDDEN, _sudden(recipient)
    elif code == "D3" and not recipient.startswith("HO"):
        form, values = MOVEMENT, _movement(recipient)
    elif recipient.startswith("CN"):
        form, values = PERSON, _person(code, recipient)
    elif recipient.startswith("TT"):
        form, values = UNIT, _unit(code, recipient)
    else:
        form, values = HOUSEHOLD, _household(code, recipient)
    for question, answer in values.items():
        if answer:
            yield AnswerCell(code, recipient, form, question, answer)


def _person(code: str, recipient: str) -> dict[str, str]:
    file = "bao_cao_truong.toml" if code == "D2" else "bao_cao_xa.toml"
    results: list[str] = _table(file)[code].get(recipient, [])
    return {
        "quyen_han_nhiem_vu": "\n".join(_duties(code, recipient)),
        "thanh_tich": "\n".join([*results, *_closing(code, recipient)]),
        "hoc_ham": _HOC_HAM.get(recipient, ""),
    }


def _sudden(recipient: str) -> dict[str, str]:
    """Mẫu số 06: where and what happened; when and with what result is in the books."""
    told = _table("bao_cao_dot_xuat.toml")[recipient]
    if recipient.startswith("TT"):
        unit = _table("bao_cao_tap_the.toml")["D4"][recipient]
        return {**_about_unit(unit), **told, "hanh_dong": "\n".join(unit["thanh_tich"])}
    return {**told, "hanh_dong": "\n".join(_table("bao_cao_xa.toml")["D4"].get(recipient, []))}


def _movement(recipient: str) -> dict[str, str]:
    """Mẫu số 08: the results in the movement, and what they set going."""
    if recipient.startswith("CN"):
        results = _table("bao_cao_xa.toml")["D3"].get(recipient, [])
        closing = "\n".join(_closing("D3", recipient))
        return {"thanh_tich": "\n".join(results), "tac_dong": closing}
    told = _table("bao_cao_tap_the.toml")["D3"][recipient]
    values = {**_about_unit(told), "thanh_tich": "\n".join(told["thanh_tich"])}
    for number, (target, unit, before, now, _) in enumerate(told["bang"], start=1):
        values[f"bang_tieu_chi[{number}].tieu_chi"] = f"{target} ({unit})"
        values[f"bang_tieu_chi[{number}].ket_qua"] = f"{now} (năm trước: {before})"
    return values


def _about_unit(told: dict[str, Any]) -> dict[str, str]:
    return {"co_cau": f"{told['lap']} {told['dac_diem']}", "chuc_nang_nhiem_vu": told["nhiem_vu"]}


def _duties(code: str, recipient: str) -> list[str]:
    entry = so_bo.roster()[recipient]
    where = so_bo.units()[entry.person.unit].name
    kind = "nguoi_dan" if entry.person.unit in so_bo.VILLAGES else "co_quan"
    if lich_su.in_school(recipient):
        kind = "truong"
    if entry.person.unit in ("TT14", "TT15", "TT24"):
        kind = "nguoi_dan"
    first = entry.duty[0].upper() + entry.duty[1:]
    more = ten.pick(f"{recipient}{code}nv", _table("van_mau.toml")["nhiem_vu"][kind])
    return [f"{entry.person.position}, {where}.", f"{first}.", _filled(more, recipient + code)]


def _closing(code: str, recipient: str) -> list[str]:
    bank = _table("van_mau.toml")
    key = recipient + code
    return [
        _filled(sentence, f"{key}{topic}{place}")
        for topic, count in (("hoc_tap", 1), ("chap_hanh", 1), ("phong_trao", 2))
        for place, sentence in enumerate(ten.order(key + topic, bank[topic]["cau"])[:count])
    ]


def _filled(sentence: str, key: str) -> str:
    village = so_bo.VILLAGE_NAMES[ten.pick(key + "t", so_bo.VILLAGES)].replace("Thôn", "thôn")
    return sentence.format(
        a=f"{3 + ten.number(key + 'a', 6):02}",
        b=21 + ten.number(key + "b", 70),
        c=12 + ten.number(key + "c", 60),
        thon=village,
    )


def _unit(code: str, recipient: str) -> dict[str, str]:
    told = _table("bao_cao_tap_the.toml")[code][recipient]
    bank = _table("van_mau_tap_the.toml")
    values = {
        "dia_diem_tru_so": so_bo.units()[recipient].address,
        "qua_trinh_thanh_lap": told["lap"],
        "dac_diem": told["dac_diem"],
        "chuc_nang_nhiem_vu": told["nhiem_vu"],
        "thanh_tich": "\n".join(told["thanh_tich"]),
    }
    for number, row in enumerate(told["bang"], start=1):
        for column, cell in zip(TABLE, row, strict=True):
            values[f"bang_chi_tieu[{number}].{column}"] = cell
    for question, count in (
        ("bien_phap", 3),
        ("chap_hanh_chu_truong", 2),
        ("hoat_dong_dang_doan_the", 2),
    ):
        picked = ten.order(f"{recipient}{code}{question}", bank[question])[:count]
        values[question] = "\n".join(
            _filled(sentence, f"{recipient}{code}{place}") for place, sentence in enumerate(picked)
        )
    return values


def _household(code: str, recipient: str) -> dict[str, str]:
    told = _table("bao_cao_ho.toml")[code][recipient]
    return {
        "nghe_nghiep": told["nghe"],
        "hoan_canh": told["hoan_canh"],
        "dong_gop": "\n".join(told["dong_gop"]),
        "chap_hanh": told["chap_hanh"],
        "tham_gia_phong_trao": told["phong_trao"],
    }
