"""Commune → province → commune by files alone, with a round that is returned and then decided."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.kinds import Authority, DoubleKind, Outcome, Part
from khenthuong.domain.receiving import Flag, Reply, Result
from khenthuong.domain.register import Person
from khenthuong.errors import BooksError, NotFoundError, PackageError, UserError
from khenthuong.exchange.package import sha256_of
from khenthuong.services import office, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.dossier import answers_taken, dossier_locks, sealing
from khenthuong.services.dossier.dossier_locks import DossierState
from khenthuong.services.paperwork import reports
from khenthuong.services.transfer import incoming, receiving, receiving_words, replying
from khenthuong.services.transfer.receiving import Standing, State
from khenthuong.services.transfer.replying import Draft
from khenthuong.services.workspace import Workspace, open_workspace
from tests.services.two_offices import DECISION, OFFICE, ROUND, Circle


@pytest.fixture(scope="session")
def sealed_root(sample_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commune after sealing D1, its packages in «goi» beside its books; never written again."""
    root = tmp_path_factory.mktemp("vong") / "xa"
    shutil.copytree(sample_root, root)
    with open_workspace(root) as ws:
        sealing.seal(ws, ROUND, root.parent / "goi")
    return root


@pytest.fixture
def circle(sealed_root: Path, tmp_path: Path) -> Iterator[Circle]:
    shutil.copytree(sealed_root, tmp_path / "xa")
    office.start_books(tmp_path / "tinh", office=OFFICE, province="Tỉnh Thử Nghiệm", level="tinh")
    (package,) = (sealed_root.parent / "goi").glob("*_tinh_v1.zip")
    with ExitStack() as stack:
        commune = stack.enter_context(open_workspace(tmp_path / "xa"))
        province = stack.enter_context(open_workspace(tmp_path / "tinh", who="Lê Thị Ghi"))
        yield Circle(commune, province, tmp_path, package)


def person_of(view: receiving.View, number: int = 0):
    return [one for one in view.nominees if one.kind.value == "ca_nhan"][number]


def tables(ws: Workspace) -> dict[str, list[tuple]]:
    """Every row of the books, the audit apart."""
    with ws.books.read() as connection:
        return {
            table: sorted(map(tuple, connection.exec_driver_sql(f"SELECT * FROM {table}")), key=str)
            for table in storage.undo.metadata.tables
            if table not in ("operation", "current_operation", "change")
        }


def test_a_package_becomes_a_submission_with_where_it_came_from(circle: Circle):
    receipt = circle.arrive()
    assert (receipt.standing, receipt.before) == (Standing.NEW, None)
    assert receiving.rows(circle.province) == ()
    code = receiving.take_in(circle.province, receipt).code
    (row,) = receiving.rows(circle.province)
    assert (row.submission.office, row.submission.round) == ("Xã Vĩnh Khê Thượng", ROUND)
    assert (row.package.version, row.package.received_by) == (1, "Lê Thị Ghi")
    assert row.package.sha256 == sha256_of(circle.package)
    assert row.state is State.WAITING
    kept = storage.papers.absolute(circle.province.books, row.package.path)
    assert kept.read_bytes() == circle.package.read_bytes()
    assert len(receiving.view(circle.province, code).nominees) == 9
    # Nobody of the commune came into the province's own register.
    assert register.search(circle.province, None, "") == ()


def test_the_same_package_again_changes_nothing(circle: Circle):
    code = circle.submit()
    before = tables(circle.province)
    assert circle.arrive().standing is Standing.SAME
    assert circle.submit() == code
    assert tables(circle.province) == before


def test_a_paper_of_the_package_is_read_without_unpacking_it(circle: Circle):
    code = circle.submit()
    path = receiving.open_entry(circle.province, code, "00-to-trinh.docx")
    with zipfile.ZipFile(circle.package) as archive:
        assert path.read_bytes() == archive.read("00-to-trinh.docx")
    with pytest.raises(PackageError):
        receiving.open_entry(circle.province, code, "khong-co.docx")
    with pytest.raises(NotFoundError):
        receiving.open_entry(circle.province, "HS-1", "00-to-trinh.docx")


def test_a_file_that_changes_after_it_was_looked_at_is_refused(circle: Circle):
    copy = circle.folder / "goi.zip"
    shutil.copyfile(circle.package, copy)
    receipt = circle.arrive(copy)
    copy.write_bytes(copy.read_bytes()[:-1] + b"x")
    with pytest.raises(PackageError) as caught:
        receiving.take_in(circle.province, receipt)
    assert caught.value.code == "receive.changed_meanwhile"
    assert receiving.rows(circle.province) == ()
    assert not list(circle.province.folder.received.rglob("*.*"))


def test_an_office_does_not_receive_its_own_package(circle: Circle):
    found = incoming.look_at(circle.package, circle.commune.pages_folder)
    with pytest.raises(PackageError) as caught:
        receiving.preview(circle.commune, found)
    assert caught.value.code == "receive.own_package"


def returned(view: receiving.View) -> Draft:
    """One person's content, and one paper of the dossier."""
    one = person_of(view)
    return Draft(
        flags=(
            Flag(*one.key, Part.CONTENT, "Nêu kết quả bằng số liệu"),
            Flag("", "", Part.PAPER, "Thiếu số", "00-to-trinh.docx"),
        )
    )


def test_returned_opens_only_what_was_returned(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    one, other = person_of(view), person_of(view, 1)
    path = circle.answer(view.row.submission.code, returned(view))
    assert receiving.rows(circle.province)[0].state is State.RETURNED
    answer = circle.come_back(path)
    answers_taken.take_in(circle.commune, answer)
    said = answers_taken.lines(answer)
    assert any(one.name in line and "Nêu kết quả bằng số liệu" in line for line in said)
    by_key = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}
    rounds.save_nomination(circle.commune, replace(by_key[one.key], content="Giảm 31 hộ nghèo"))
    for value in (
        replace(by_key[one.key], branch="khac"),
        replace(by_key[other.key], content="Viết lại"),
    ):
        with pytest.raises(UserError) as caught:
            rounds.save_nomination(circle.commune, value)
        assert caught.value.code == "answer.locked"
    with pytest.raises(UserError):
        rounds.remove_nomination(circle.commune, by_key[other.key])
    with pytest.raises(UserError):
        rounds.override(circle.commune, ROUND, *other.key, "Lý do", "Trần Văn Ký")
    with pytest.raises(UserError):
        reports.save_answers(
            circle.commune, ROUND, other.recipient, "bao_cao_thanh_tich_ca_nhan", {}
        )
    commune_only = next(k for k in by_key if k not in {n.key for n in view.nominees})
    assert rounds.save_nomination(
        circle.commune, replace(by_key[commune_only], content="Việc của xã")
    )


def test_nobody_is_added_to_a_list_that_was_returned(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    answers_taken.take_in(
        circle.commune, circle.come_back(circle.answer(view.row.submission.code, returned(view)))
    )
    award = person_of(view).award
    taken = {n.recipient for n in rounds.nominations(circle.commune, ROUND) if n.award == award}
    people = register.search(circle.commune, register.RecipientKind.PERSON, "")
    new = next(code for code in people if code not in taken)
    value = replace(rounds.nominations(circle.commune, ROUND)[0], recipient=new, award=award)
    with pytest.raises(UserError) as caught:
        rounds.save_nomination(circle.commune, value)
    assert caught.value.code == "answer.list_closed"


def test_sealed_again_is_version_two_and_the_difference_is_told(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    code, one, other = view.row.submission.code, person_of(view), person_of(view, 1)
    answers_taken.take_in(circle.commune, circle.come_back(circle.answer(code, returned(view))))
    by_key = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}
    rounds.save_nomination(circle.commune, replace(by_key[one.key], content="Giảm 31 hộ nghèo"))
    # The register goes on; what was not returned stays as it was sealed.
    for nominee in (one, other):
        person = register.get(circle.commune, nominee.recipient)
        assert isinstance(person, Person)
        register.save(circle.commune, replace(person, position="Chức vụ mới"))
    second = circle.seal_again()
    assert second.name.endswith("_v2.zip")
    receipt = circle.arrive(second)
    assert (receipt.standing, receipt.before) == (Standing.NEWER, 1)
    told = {(d.recipient, d.part): d for d in receipt.differences}
    assert set(told) == {(one.recipient, Part.CONTENT)}
    assert told[one.recipient, Part.CONTENT].asked
    assert told[one.recipient, Part.CONTENT].new == "Giảm 31 hộ nghèo"
    assert "00-to-trinh.docx" not in {f.name for f in receipt.file_differences if not f.new}
    assert circle.submit(second) == code
    assert receiving.rows(circle.province)[0].state is State.WAITING
    assert receiving.view(circle.province, code).differences == receipt.differences
    # The older version comes too late now.
    with pytest.raises(PackageError) as caught:
        circle.arrive()
    assert caught.value.code == "receive.older_version"


def decided(view: receiving.View, signed: Path | None = None) -> Draft:
    refused = person_of(view)
    return Draft(
        decision=DECISION,
        results=(Result(*refused.key, granted=False, reason="Chưa đủ thời gian"),),
        signed=signed,
    )


def test_decided_goes_into_the_history_and_closes_the_dossier(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    scan = circle.folder / "qd.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    refused = person_of(view)
    path = circle.answer(view.row.submission.code, decided(view, scan))
    answers_taken.take_in(circle.commune, circle.come_back(path))
    by_key = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}
    for one in view.nominees:
        won = [
            a
            for a in register.profile(circle.commune, one.recipient).awards
            if a.decision_number == DECISION.number
        ]
        if one.key == refused.key:
            assert won == []
            continue
        assert [(a.award, a.issuer, a.decision_date) for a in won] == [
            (one.award, DECISION.issuer, DECISION.day)
        ]
        nomination = by_key[one.key]
        assert won[0].branch == nomination.branch
        assert (won[0].initiatives, won[0].achievements) == (
            nomination.initiatives,
            nomination.achievements,
        )
    (result,) = [
        r for r in dossier_locks.results(circle.commune, ROUND) if r.authority is Authority.PROVINCE
    ]
    assert result.state is DossierState.DECIDED
    assert result.taken is not None
    signed = storage.evidence.path_of(circle.commune.books, result.taken.signed)
    assert signed.read_bytes() == scan.read_bytes()
    with pytest.raises(UserError) as caught:
        rounds.save_nomination(
            circle.commune, replace(by_key[view.nominees[0].key], content="Sửa sau")
        )
    assert caught.value.code == "answer.decided_change"
    again = sealing.seal(circle.commune, ROUND, circle.folder / "goi-sau")
    assert [p.authority for p in again.packages] == [Authority.COMMUNE]
    assert receiving.rows(circle.province)[0].state is State.DECIDED


def test_what_was_not_granted_is_not_spent(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    by_key = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}
    using = [one for one in view.nominees if by_key[one.key].initiatives][:2]
    assert len(using) == 2
    refused, given = using
    draft = Draft(
        decision=DECISION, results=(Result(*refused.key, granted=False, reason="Chưa đủ"),)
    )
    answers_taken.take_in(
        circle.commune, circle.come_back(circle.answer(view.row.submission.code, draft))
    )
    other = replace(rounds.get_round(circle.commune, ROUND), code="D-SAU")
    rounds.save_round(circle.commune, other)
    from khenthuong.services.appraisal import checking

    spent = checking.load_facts(circle.commune, "D-SAU", None).spent
    used = {(code, use.recipient, use.round) for code, uses in spent.items() for use in uses}
    assert not {(code, refused.recipient, ROUND) for code in by_key[refused.key].initiatives} & used
    assert {(code, given.recipient, "") for code in by_key[given.key].initiatives} <= used


@pytest.mark.parametrize("draft", [returned, decided])
def test_a_reply_taken_in_twice_changes_nothing_and_is_undone_as_one_step(circle: Circle, draft):
    view = receiving.view(circle.province, circle.submit())
    path = circle.answer(view.row.submission.code, draft(view))
    before = tables(circle.commune)
    assert answers_taken.take_in(circle.commune, circle.come_back(path)) is not None
    after = tables(circle.commune)
    assert after != before
    assert circle.come_back(path).again
    assert answers_taken.take_in(circle.commune, circle.come_back(path)) is None
    assert tables(circle.commune) == after
    (taken,) = storage.received.taken(circle.commune.books, ROUND)
    answers_taken.take_back(circle.commune, taken)
    assert tables(circle.commune) == before
    assert answers_taken.take_in(circle.commune, circle.come_back(path)) is not None


def test_the_same_answer_is_the_same_bytes_on_another_day(circle: Circle, monkeypatch):
    view = receiving.view(circle.province, circle.submit())
    code = view.row.submission.code
    first = replying.write(circle.province, code, returned(view), circle.folder / "a")
    monkeypatch.setattr(Workspace, "today", lambda _self: date(2027, 1, 1))
    second = replying.write(circle.province, code, returned(view), circle.folder / "b")
    assert second.unchanged
    assert second.path.read_bytes() == first.path.read_bytes()
    third = replying.write(circle.province, code, decided(view), circle.folder / "b")
    assert (third.unchanged, third.reply.number) == (False, 2)
    assert len(storage.received.sent(circle.province.books, code)) == 2


def test_returned_then_decided_by_files_alone(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    code, one = view.row.submission.code, person_of(view)
    answers_taken.take_in(circle.commune, circle.come_back(circle.answer(code, returned(view))))
    by_key = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}
    rounds.save_nomination(circle.commune, replace(by_key[one.key], content="Giảm 31 hộ nghèo"))
    old_answer = circle.answer(code, decided(view))
    circle.submit(circle.seal_again())
    # The decision on version 1 comes after version 2 was sealed.
    with pytest.raises(PackageError) as caught:
        circle.come_back(old_answer)
    assert caught.value.code == "answer.old_version"


def test_the_circle_closes_with_version_two(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    code, one = view.row.submission.code, person_of(view)
    answers_taken.take_in(circle.commune, circle.come_back(circle.answer(code, returned(view))))
    by_key = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}
    rounds.save_nomination(circle.commune, replace(by_key[one.key], content="Giảm 31 hộ nghèo"))
    circle.submit(circle.seal_again())
    view = receiving.view(circle.province, code)
    answers_taken.take_in(circle.commune, circle.come_back(circle.answer(code, decided(view))))
    (result,) = [
        r for r in dossier_locks.results(circle.commune, ROUND) if r.authority is Authority.PROVINCE
    ]
    assert (result.state, result.version) == (DossierState.DECIDED, 2)
    with pytest.raises(PackageError) as caught:
        circle.arrive(circle.folder / "goi-sau" / circle.package.name.replace("_v1", "_v3"))
    assert caught.value.code == "error.cannot_read"


def test_a_newer_version_of_what_was_decided_is_told_and_waits_again(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    circle.answer(view.row.submission.code, decided(view))
    one = person_of(view)
    nomination = {n.key: n for n in rounds.nominations(circle.commune, ROUND)}[one.key]
    rounds.save_nomination(circle.commune, replace(nomination, content="Khác"))
    receipt = circle.arrive(circle.seal_again())
    assert receipt.decided
    assert any("đã có quyết định" in x for x in receiving_words.receipt_lines(receipt, "HS"))
    receiving.take_in(circle.province, receipt)
    assert receiving.rows(circle.province)[0].state is State.WAITING


def changed_reply(circle: Circle, path: Path, **fields: object) -> Path:
    """The reply with other words in its manifest, still sound in itself."""
    with zipfile.ZipFile(path) as archive:
        manifest = json.loads(archive.read("manifest.json"))
    target = circle.folder / "khac.zip"
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", json.dumps({**manifest, **fields}))
    return target


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        (
            {"to": {"name": "Xã Khác", "province": "Thử Nghiệm", "level": "xa"}},
            "answer.other_office",
        ),
        ({"round": {"code": "KHONG-CO"}}, "error.round_unknown"),
        ({"authority": "thu_tuong"}, "answer.never_sealed"),
        ({"version": 2}, "answer.other_package"),
        ({"package_sha256": "0" * 64}, "answer.other_package"),
    ],
)
def test_a_reply_to_something_else_is_refused_with_the_reason(circle: Circle, fields, code):
    view = receiving.view(circle.province, circle.submit())
    path = circle.answer(view.row.submission.code, returned(view))
    before = tables(circle.commune)
    with pytest.raises(UserError) as caught:
        circle.come_back(changed_reply(circle, path, **fields))
    assert caught.value.code == code
    assert tables(circle.commune) == before


def test_a_reply_about_somebody_unknown_is_refused(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    path = circle.answer(view.row.submission.code, returned(view))
    flag = {"recipient": "LA", "award": "la", "part": "toan_bo", "file": "", "reason": "x"}
    nobody = {"nominations": [{"recipient": "LA", "award": "la"}], "flags": [flag]}
    with pytest.raises(PackageError) as caught:
        circle.come_back(changed_reply(circle, path, **nobody))
    assert caught.value.code == "answer.nomination_gone"


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (Draft(), "reply.nothing_returned"),
        (Draft(flags=(Flag("", "", Part.WHOLE, "  "),)), "reply.reason_missing"),
        (Draft(flags=(Flag("", "", Part.NAME, "Sai"),)), "reply.part_of_nobody"),
        (Draft(flags=(Flag("", "", Part.PAPER, "Sai"),)), "reply.paper_unnamed"),
        (Draft(flags=(Flag("LA", "la", Part.NAME, "Sai"),)), "error.nomination_unknown"),
        (Draft(decision=replace(DECISION, number=" ")), "reply.decision_lacks"),
        (Draft(decision=replace(DECISION, day=date(2999, 1, 1))), "reply.day_future"),
        (Draft(flags=(Flag("", "", Part.WHOLE, "Đang xác minh đơn tố cáo"),)), "reply.complaint"),
    ],
)
def test_answers_that_are_not_whole_are_refused(circle: Circle, draft: Draft, code: str):
    submission = circle.submit()
    with pytest.raises(UserError) as caught:
        replying.write(circle.province, submission, draft, circle.folder / "tra-loi")
    assert caught.value.code == code
    assert storage.received.sent(circle.province.books) == ()


def test_a_complaint_never_leaves_in_the_reason_of_a_refusal(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    result = Result(*person_of(view).key, granted=False, reason="Có ĐƠN THƯ khiếu nại")
    draft = Draft(decision=DECISION, results=(result,))
    with pytest.raises(UserError) as caught:
        circle.answer(view.row.submission.code, draft)
    assert caught.value.code == "reply.complaint"


def test_nothing_of_a_complaint_is_in_the_package(circle: Circle):
    holds = [
        one
        for found in storage.records.disciplines(circle.commune.books).values()
        for one in found
        if one.form.is_hold
    ]
    assert holds
    with zipfile.ZipFile(circle.package) as archive:
        text = archive.read("manifest.json").decode().casefold()
    assert not any(word in text for word in ("khiếu nại", "tố cáo", "đơn thư"))


def second_office(circle: Circle, change) -> Path:
    """The same package as another commune would have sent it."""
    with zipfile.ZipFile(circle.package) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        entries = {n: archive.read(n) for n in archive.namelist() if n != "manifest.json"}
    manifest["office"]["name"] = "Xã Suối Bạc"
    change(manifest)
    target = circle.folder / "xa-khac.zip"
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
        archive.writestr("manifest.json", json.dumps(manifest))
    return target


def test_somebody_whom_two_communes_nominate_is_shown(circle: Circle):
    first = circle.submit()
    receipt = circle.arrive(second_office(circle, lambda _: None))
    assert {one.kind for one in receipt.doubles} <= {DoubleKind.LIKELY, DoubleKind.SAME_NAME}
    assert {one.submission for one in receipt.doubles} == {first}
    assert len(receipt.doubles) >= 9
    assert all(
        "Xã Vĩnh Khê Thượng" in receiving_words.double_sentence(one) for one in receipt.doubles
    )


def test_the_name_alone_is_no_double_for_another_award(circle: Circle):
    circle.submit()

    def other(manifest) -> None:
        for one in manifest["nominations"]:
            one.update(unit="Nơi khác", award="la", award_name="Danh hiệu khác")

    assert circle.arrive(second_office(circle, other)).doubles == ()


def test_the_same_one_in_another_round_of_the_same_office_is_shown(circle: Circle):
    circle.submit()

    def other_round(manifest) -> None:
        manifest["office"]["name"] = "Xã Vĩnh Khê Thượng"
        manifest["round"]["code"] = "D99"

    doubles = circle.arrive(second_office(circle, other_round)).doubles
    assert {one.kind for one in doubles} == {DoubleKind.OTHER_ROUND}
    assert len(doubles) >= 9


def test_a_double_of_another_year_is_none(circle: Circle):
    circle.submit()

    def other_year(manifest) -> None:
        manifest["round"]["year"] = "2019"

    assert circle.arrive(second_office(circle, other_year)).doubles == ()


def test_one_whom_the_own_register_knows_is_linked_and_the_link_stays(circle: Circle):
    view = receiving.view(circle.province, circle.submit())
    one = person_of(view)
    from tests import factories

    with circle.province.books.write("Ghi"):
        storage.register.save(circle.province.books, factories.unit("TT-1", name=one.unit))
        storage.register.save(
            circle.province.books, factories.person("CN-1", name=one.name, unit="TT-1")
        )
    found = circle.arrive(second_office(circle, lambda _: None))
    linked = {n.recipient: n.linked for n in found.nominees}
    assert linked[one.recipient] == "CN-1"
    receiving.link(circle.province, one, "CN-1")
    with pytest.raises(BooksError):
        receiving.link(circle.province, one, "KHONG-CO")
    kinds = {
        d.kind
        for d in circle.arrive(second_office(circle, lambda _: None)).doubles
        if d.recipient == one.recipient
    }
    assert DoubleKind.OTHER_OFFICE in kinds


def test_papers_that_the_forms_ask_for_and_the_package_lacks_are_named(circle: Circle):
    receipt = circle.arrive()
    assert [one.title for one in receipt.lacking] == [receipt.lacking[0].title]
    assert "06-ban-ky" in receipt.lacking[0].title
    reports_of = [n for n in receipt.manifest.files if n.startswith("03-bao-cao/")]

    with zipfile.ZipFile(circle.package) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        gone = {"01-danh-sach.docx", reports_of[0]}
        manifest["files"] = [f for f in manifest["files"] if f["name"] not in gone]
        target = circle.folder / "thieu.zip"
        with zipfile.ZipFile(target, "w") as thinner:
            for one in manifest["files"]:
                thinner.writestr(one["name"], archive.read(one["name"]))
            thinner.writestr("manifest.json", json.dumps(manifest))
    said = [receiving_words.lacking_sentence(one) for one in circle.arrive(target).lacking]
    assert len(said) == 3
    assert any("Danh sách" in one for one in said)
    assert any(receipt.nominees[0].name in one or "Báo cáo" in one for one in said)


def test_a_password_keeps_a_package_and_the_bytes_inside(circle: Circle):
    result = sealing.seal(circle.commune, ROUND, circle.folder / "kin", password="mật khẩu dài")
    locked = next(p for p in result.packages if p.authority is Authority.PROVINCE)
    assert locked.path.name.endswith("_v1.mat-khau.zip")
    assert sorted(p.suffixes[-2] for p in locked.path.parent.iterdir()) == [".mat-khau"] * 2
    scratch = circle.province.pages_folder
    for password, code in (("", "needed"), ("mat khau dai", "wrong")):
        with pytest.raises(PackageError) as caught:
            incoming.look_at(locked.path, scratch, password)
        assert code in caught.value.code
    found = incoming.look_at(locked.path, scratch, "mật khẩu dài")
    assert found.sha256 == sha256_of(circle.package) == locked.sha256
    code = receiving.take_in(circle.province, receiving.preview(circle.province, found)).code
    view = receiving.view(circle.province, code)
    written = replying.write(
        circle.province, code, returned(view), circle.folder, password="một mật khẩu khác"
    )
    back = incoming.look_at(written.path, circle.commune.pages_folder, "một mật khẩu khác")
    answer = answers_taken.preview(circle.commune, back)
    assert isinstance(answer.reply, Reply)
    assert answer.reply.outcome is Outcome.RETURNED
    with pytest.raises(PackageError):
        sealing.seal(circle.commune, ROUND, circle.folder / "kin", password="ngắn")
