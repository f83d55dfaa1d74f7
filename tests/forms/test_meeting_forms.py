"""The papers of a meeting: golden texts, hostile answers, and every vote on the paper.

After a wanted change of wording run this file with GHI_LAI=1 in the environment and read the
difference.
"""

import io
import re
import unicodedata
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from khenthuong.catalog.form_library import load_forms, template_path
from khenthuong.documents.ballot_branch import count
from khenthuong.documents.context import build_context
from khenthuong.documents.render import PaperRenderer
from khenthuong.documents.text import plain_text
from khenthuong.domain.answers import Answers
from khenthuong.domain.attendance import count as present_count
from khenthuong.domain.dossier import DossierFacts
from khenthuong.domain.kinds import AwardClass, Checked, MeetingKind, UnitKind, VotingMethod
from khenthuong.domain.office_papers import SubjectFacts
from khenthuong.domain.rounds import Meeting, Vote
from khenthuong.paths import shipped
from khenthuong.services.paperwork import layout_check
from tests.documents.invented import answers, council, facts, person, unit
from tests.forms.golden import hold

FORMS = load_forms(shipped("forms"), None)[0]
IDS = ("bien_ban_binh_xet", "bien_ban_xet_khen_thuong", "phieu_bau", "bien_ban_kiem_phieu")
HOSTILE = (
    "Sở KH&CN <b>đậm</b> \"ngoặc\" 'đơn' ]]> {{ ten }} {% if %} &amp; "
    + unicodedata.normalize("NFD", "Nguyễn Hữu Ước")
    + "\x02\x0b\ufffe\nDòng hai\r\n\r\nDòng ba\t\tcuối"
)
OF_UNIT = Meeting(
    "HU",
    "D2025",
    MeetingKind.UNIT,
    "TT001",
    date(2025, 12, 8),
    "14:00",
    "Phòng họp số 1",
    person(41).name,
    person(45).name,
    "; ".join(person(n).name for n in (41, 43, 44, 45)),
    f"{person(46).name} (đi công tác)",
    "05",
    VotingMethod.BY_HAND,
)


def voted(given: DossierFacts, held: Meeting, *, skipped: int = 0) -> DossierFacts:
    """Votes of the meeting on everybody, no two alike; `skipped` did not vote on the first."""
    whole = 9 if held.kind is MeetingKind.COUNCIL else 4
    votes = tuple(
        Vote(
            held.code,
            n.recipient.code,
            n.award.id,
            whole - place % 3 - (skipped if not place else 0),
            place % 3 - (1 if place % 3 == 2 else 0),
            1 if place % 3 == 2 else 0,
        )
        for place, n in enumerate(given.nominees)
    )
    return replace(given, votes=votes)


def about(held: Meeting, *, skipped: int = 0) -> DossierFacts:
    given = voted(facts(), held, skipped=skipped)
    of_unit = held.kind is MeetingKind.UNIT
    subject = SubjectFacts(symbol="BB", meeting=held, unit=unit(1) if of_unit else None)
    return replace(given, subject=subject, meetings=(held,))


COUNCIL = facts().meetings[0]
CASES = {"hoi_dong": about(COUNCIL), "tap_the": about(OF_UNIT)}


def rendered(form_id: str, given: DossierFacts, said: Answers | None = None) -> bytes:
    form = FORMS[form_id]
    paper = PaperRenderer(template_path(form, shipped("forms"), None), form)
    return paper.render(build_context(form, given, None, said or answers(form)))


def text_of(form_id: str, given: DossierFacts) -> str:
    return plain_text(rendered(form_id, given)).replace("\u00a0", " ")


def fits(form_id: str, case: str) -> bool:
    held = CASES[case].subject.meeting
    return not FORMS[form_id].meetings or held.kind.value in FORMS[form_id].meetings


PAIRS = [(form_id, case) for form_id in IDS for case in CASES if fits(form_id, case)]


@pytest.mark.parametrize(("form_id", "case"), PAIRS)
def test_golden_text(form_id: str, case: str) -> None:
    text = hold(form_id, case, rendered(form_id, CASES[case]))
    assert "None" not in text


@pytest.mark.parametrize("case", list(CASES))
def test_golden_invitation(case: str) -> None:
    given = CASES[case]
    assert given.subject is not None
    invited = replace(given, subject=replace(given.subject, symbol="GM"))
    text = hold("giay_moi_hop", case, rendered("giay_moi_hop", invited))
    assert "/GM-UBND" in text


@pytest.mark.parametrize(("form_id", "case"), PAIRS)
def test_layout_by_decree_30(form_id: str, case: str, tmp_path: Path) -> None:
    path = tmp_path / "giay.docx"
    path.write_bytes(rendered(form_id, CASES[case]))
    assert not layout_check.is_off(FORMS[form_id], path)


@pytest.mark.parametrize("form_id", IDS)
def test_hostile_texts_come_out_whole(form_id: str) -> None:
    held = replace(OF_UNIT, place=HOSTILE, chair=HOSTILE, present=HOSTILE, absent=HOSTILE)
    given = about(held)
    subject = replace(given.subject, unit=replace(unit(1), name=HOSTILE))
    given = replace(given, subject=subject)
    made = rendered(form_id, given, answers(FORMS[form_id], HOSTILE))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        raw = archive.read("word/document.xml")
    etree.fromstring(raw, etree.XMLParser(recover=False))
    text = plain_text(made)
    assert unicodedata.is_normalized("NFC", text)
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)
    assert "SỞ KH&CN <B>ĐẬM</B> \"NGOẶC\" 'ĐƠN' ]]>" in text


@pytest.mark.parametrize("form_id", IDS)
def test_what_is_not_compared_says_so(form_id: str) -> None:
    form = FORMS[form_id]
    assert form.note
    assert form.group == "Họp xét"
    assert form.checked is not Checked.MEMORY or "chưa đối chiếu" in form.note


def test_minutes_of_a_unit_carry_the_meeting_and_every_vote() -> None:
    given = CASES["tap_the"]
    text = text_of("bien_ban_binh_xet", given)
    for told in (
        "05/BB-TTHAB",
        "14 giờ 00, ngày 08 tháng 12 năm 2025",
        OF_UNIT.place,
        OF_UNIT.present,
        OF_UNIT.absent,
        OF_UNIT.chair,
        OF_UNIT.secretary,
        f"xét {len(given.votes):02} trường hợp",
    ):
        assert told in text
    rows = [line for line in text.splitlines() if re.match(r"\d+ \| ", line)]
    assert len(rows) == len(given.votes)
    for row, vote in zip(rows, given.votes, strict=True):
        assert row.endswith(f"| {vote.agree} | {vote.disagree} | {vote.invalid}")


@pytest.mark.parametrize(
    ("kind", "above"),
    [
        (UnitKind.OFFICE, True),
        (UnitKind.MASS_ORGANISATION, False),
        (UnitKind.ENTERPRISE, False),
        (UnitKind.COOPERATIVE, False),
    ],
)
def test_the_committee_stands_above_its_own_bodies_alone(kind: UnitKind, above: bool) -> None:
    given = CASES["tap_the"]
    assert given.subject is not None
    assert given.subject.unit is not None
    met = replace(given.subject, unit=replace(given.subject.unit, kind=kind))
    text = text_of("bien_ban_binh_xet", replace(given, subject=met))
    assert text.startswith("UBND XÃ AN BÌNH / ") is above


def test_minutes_on_commendations_leave_titles_to_the_other_minutes() -> None:
    given = CASES["hoi_dong"]
    text = text_of("bien_ban_xet_khen_thuong", given)
    commended = [n for n in given.nominees if n.award.award_class is AwardClass.COMMENDATION]
    rows = [line for line in text.splitlines() if re.match(r"\d+ \| ", line)]
    assert len(rows) == len(commended) > 0
    assert all(n.name in row for n, row in zip(commended, rows, strict=True))
    assert "Lao động tiên tiến" not in text
    assert "/BB-HĐTĐKT" in text


@pytest.mark.parametrize("skipped", [0, 2])
def test_the_figures_of_a_count_add_up(skipped: int) -> None:
    given = about(COUNCIL, skipped=skipped)
    counted = count(given)
    collected = int(str(counted["thu_ve"]))
    assert int(str(counted["phat_ra"])) == collected + int(str(counted["khong_thu_ve"])) == 9
    rows = counted["dong"]
    assert isinstance(rows, list)
    assert len(rows) == len(given.votes)
    for row in rows:
        valid, invalid, blank = (int(row[k]) for k in ("hop_le", "khong_hop_le", "bo_trong"))
        assert valid == int(row["dong_y"]) + int(row["khong_dong_y"])
        assert collected == valid + invalid + blank
    assert rows[0]["bo_trong"] == str(skipped)
    assert rows[0]["ty_le"] == ("100%" if not skipped else "77,8%")


def test_a_unit_counts_its_share_of_the_ballots_collected() -> None:
    text = text_of("bien_ban_kiem_phieu", CASES["tap_the"])
    assert "tỷ lệ tính trên số phiếu thu về" in text
    assert "Số phiếu phát ra: 04; số phiếu thu về: 04; số phiếu không thu về: 0." in text
    assert "Tổng số thành viên Hội đồng: 09" in text_of("bien_ban_kiem_phieu", CASES["hoi_dong"])


def test_ballots_handed_out_stay_blank_where_nobody_knows() -> None:
    given = about(replace(COUNCIL, present=""))
    text = text_of("bien_ban_kiem_phieu", given)
    assert re.search(r"phát ra: +; số phiếu thu về: 09; số phiếu không thu về: +\.", text)
    fewer = about(replace(COUNCIL, present="05/09 thành viên"))
    assert count(fewer)["phat_ra"] is None


@pytest.mark.parametrize(
    ("present", "known"),
    [
        ("09/09 thành viên", 9),
        ("63 đại diện hộ gia đình", 63),
        ("Trần Văn An, Lê Thị Bưởi; Vũ Cam", 3),
        ("", None),
        (" ; ", None),
    ],
)
def test_who_is_present_is_counted(present: str, known: int | None) -> None:
    assert present_count(present) == known


def test_ballots_of_a_council_name_everybody_once_a_ballot() -> None:
    given = replace(CASES["hoi_dong"], votes=())
    text = text_of("phieu_bau", given)
    awards = {n.award.id for n in given.nominees}
    ballots = text.count("PHIẾU BẦU")
    assert ballots > len(awards)
    for n in given.nominees:
        assert n.name in text
    assert "Người bỏ phiếu không ký tên" in text
    assert all(member.name not in text for member in council() if member.name != "")


def test_ballots_of_a_unit_are_about_its_own_people() -> None:
    given = replace(CASES["tap_the"], votes=())
    text = text_of("phieu_bau", given)
    own = [n for n in given.nominees if getattr(n.recipient, "unit", "") == "TT001"]
    others = [n for n in given.nominees if n.recipient.code in ("TT002", "HO001")]
    assert own
    assert others
    assert all(n.name in text for n in own)
    assert not any(n.name in text for n in others)


def test_a_long_list_gets_a_sheet_of_its_own() -> None:
    held = replace(COUNCIL)
    many = facts(units=0, persons=40, households=0)
    given = replace(many, subject=SubjectFacts(symbol="BB", meeting=held), votes=())
    text = text_of("phieu_bau", given)
    assert text.count("PHIẾU BẦU") == len({n.award.id for n in given.nominees})
