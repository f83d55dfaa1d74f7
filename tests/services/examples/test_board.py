"""Good examples: cards, steps, and the way from one to a nomination."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from khenthuong import storage
from khenthuong.domain.batch import Batch, Entry, Place
from khenthuong.domain.examples import LONG_DAYS, ExampleSpread, GoodExample
from khenthuong.domain.kinds import AchievementKind, ExampleStage, RoundKind, SpreadKind
from khenthuong.errors import UserError
from khenthuong.exchange.workbook_writer import write_batch
from khenthuong.services import changes, register
from khenthuong.services.appraisal import rounds
from khenthuong.services.examples import board, proposing
from khenthuong.services.examples.standing import NominationState
from khenthuong.services.intake import importing
from khenthuong.services.workspace import Workspace

UNIT = "TT03"
AWARD = "giay_khen_xa"


def example(ws: Workspace, **changed: object) -> GoodExample:
    """One that was found ten days ago."""
    found = ws.today() - timedelta(days=10)
    made = GoodExample(
        "", UNIT, "Tổ tự quản đường hoa", "PT04", found=found, found_by="Ban công tác Mặt trận"
    )
    return board.save(ws, replace(made, **changed))  # type: ignore[arg-type]


def reviewed(ws: Workspace) -> GoodExample:
    """One that went three steps."""
    day = ws.today()
    return board.move(
        ws,
        replace(
            example(ws),
            fosterer="Đoàn Thanh niên xã",
            fostering="Hỗ trợ cây giống",
            fostered=day,
            review="Giữ sạch 2 km đường thôn",
            reviewed=day,
        ),
        ExampleStage.REVIEWED,
    )


def undo(ws: Workspace) -> None:
    """Take the last operation back."""
    changes.undo_one(ws, changes.history(ws)[0])


def test_a_card_says_who_which_movement_and_what_is_next(commune: Workspace) -> None:
    made = example(commune)
    (card,) = (one for one in board.cards(commune) if one.example.code == made.code)
    assert card.name == register.get(commune, UNIT).name
    assert card.movement_name
    assert (card.next_stage, card.since, card.late) == (ExampleStage.FOSTERED, made.found, None)


def test_a_long_wait_is_said_with_its_days(commune: Workspace) -> None:
    found = commune.today() - timedelta(days=LONG_DAYS + 1)
    made = example(commune, found=found)
    assert board.card(commune, made.code).late == LONG_DAYS + 1
    just = example(commune, found=found + timedelta(days=1))
    assert board.card(commune, just.code).late is None


def test_a_step_asks_for_what_it_needs_and_is_one_operation(commune: Workspace) -> None:
    made = example(commune)
    with pytest.raises(UserError) as refused:
        board.move(commune, made, ExampleStage.FOSTERED)
    assert refused.value.code == "example.missing"
    moved = replace(made, fosterer="Hội Phụ nữ", fostering="Tập huấn", fostered=commune.today())
    board.move(commune, moved, ExampleStage.FOSTERED)
    assert board.card(commune, made.code).example.stage is ExampleStage.FOSTERED
    undo(commune)
    assert board.card(commune, made.code).example == made


def test_spreading_needs_a_place_and_keeps_both_in_one_undo(commune: Workspace) -> None:
    made = reviewed(commune)
    with pytest.raises(UserError) as refused:
        board.move(commune, made, ExampleStage.SPREAD)
    assert refused.value.code == "example.no_spread"
    place = ExampleSpread(made.code, SpreadKind.COPIED, commune.today(), "Thôn Đoài")
    board.move(commune, made, ExampleStage.SPREAD, place)
    assert board.card(commune, made.code).spreads == (place,)
    undo(commune)
    card = board.card(commune, made.code)
    assert (card.spreads, card.example.stage) == ((), ExampleStage.REVIEWED)


def test_a_step_back_keeps_what_was_noted(commune: Workspace) -> None:
    made = reviewed(commune)
    back = board.move(commune, made, ExampleStage.FOUND)
    assert (back.review, back.fosterer) == (made.review, made.fosterer)
    again = board.move(commune, back, ExampleStage.REVIEWED)
    assert again == made


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"name": ""}, "example.missing"),
        ({"found": None}, "example.missing"),
        ({"found": date(2999, 1, 1)}, "example.future"),
    ],
)
def test_what_cannot_be_is_refused(
    commune: Workspace, changed: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError) as refused:
        example(commune, **changed)
    assert refused.value.code == code


def test_filters_keep_what_was_asked_for(commune: Workspace) -> None:
    made = example(commune)
    assert made.found is not None
    year = made.found.year
    code = made.code

    def shown(**asked: object) -> bool:
        return code in {c.example.code for c in board.cards(commune, **asked)}  # type: ignore[arg-type]

    assert shown(movement="PT04", unit=UNIT, year=year)
    assert not shown(movement="PT01")
    assert not shown(unit="TT01")
    assert not shown(year=year - 5)


def test_evidence_goes_to_the_achievement_written_before_too(
    commune: Workspace, tmp_path: Path
) -> None:
    first, later = tmp_path / "anh-1.pdf", tmp_path / "anh-2.pdf"
    first.write_bytes(b"%PDF-1.4 one")
    later.write_bytes(b"%PDF-1.4 two")
    made = reviewed(commune)
    board.add_evidence(commune, made.code, [first])
    done = proposing.propose(commune, made.code, AWARD)
    assert done.achievement.evidence == ("anh-1.pdf",)
    board.add_evidence(commune, made.code, [later])
    written = storage.records.achievements(commune.books)[done.achievement.code]
    assert written.evidence == ("anh-1.pdf", "anh-2.pdf")
    board.take_off_evidence(commune, made.code, "anh-1.pdf")
    assert board.card(commune, made.code).example.evidence == ("anh-2.pdf",)


def test_a_nomination_comes_in_one_step_and_nothing_twice(commune: Workspace) -> None:
    made = reviewed(commune)
    before = len(storage.records.achievements(commune.books))
    done = proposing.propose(commune, made.code, AWARD)
    assert (done.achievement.kind, done.achievement.movement) == (AchievementKind.TOPICAL, "PT04")
    assert (done.round.kind, done.round.movement) == (RoundKind.MOVEMENT, "PT04")
    (state,) = board.card(commune, made.code).nominated
    assert (state.round, state.award, state.state) == (done.round, AWARD, NominationState.LISTED)
    again = proposing.propose(commune, made.code, AWARD, done.round.code)
    assert again.nomination == done.nomination
    assert len(storage.records.achievements(commune.books)) == before + 1
    assert len(rounds.nominations(commune, done.round.code)) == 1


def test_no_second_round_is_opened_for_the_same_award(commune: Workspace) -> None:
    made = reviewed(commune)
    proposing.propose(commune, made.code, AWARD)
    before = len(storage.rounds.rounds(commune.books))
    with pytest.raises(UserError) as refused:
        proposing.propose(commune, made.code, AWARD)
    assert refused.value.code == "example.there"
    assert len(storage.rounds.rounds(commune.books)) == before


def test_proposing_is_taken_back_at_once(commune: Workspace) -> None:
    made = reviewed(commune)
    done = proposing.propose(commune, made.code, AWARD)
    undo(commune)
    assert done.round.code not in {one.code for one in storage.rounds.rounds(commune.books)}
    assert board.card(commune, made.code).example.achievement == ""


def test_only_fitting_rounds_are_offered(commune: Workspace) -> None:
    made = reviewed(commune)
    done = proposing.propose(commune, made.code, AWARD)
    offered = proposing.offer(commune, made.code).rounds
    assert offered[0] == done.round
    assert {one.kind for one in offered} <= {RoundKind.MOVEMENT, RoundKind.SUDDEN}
    other = example(commune, movement="PT01")
    assert done.round not in proposing.offer(commune, other.code).rounds


def test_an_example_is_taken_out_with_its_places(commune: Workspace) -> None:
    made = reviewed(commune)
    place = ExampleSpread(made.code, SpreadKind.PUBLISHED, commune.today(), "Đài truyền thanh xã")
    board.add_spread(commune, place)
    board.remove(commune, made.code)
    assert made.code not in {one.example.code for one in board.cards(commune)}
    assert storage.examples.spreads(commune.books, made.code) == ()
    undo(commune)
    assert board.card(commune, made.code).spreads == (place,)


def test_examples_go_through_a_workbook_and_back(commune: Workspace, tmp_path: Path) -> None:
    made = GoodExample(
        "DH-901", UNIT, "Lớp tối", "PT04", ExampleStage.SPREAD, date(2026, 3, 1), "Mặt trận"
    )
    place = ExampleSpread("DH-901", SpreadKind.COPIED, date(2026, 6, 1), "Thôn Đoài", "02 lớp")
    at = Place("Điển hình", 2)
    batch = Batch(examples=(Entry(at, made),), spreads=(Entry(at, place),))
    path = tmp_path / "dien-hinh.xlsx"
    write_batch(path, batch)
    importing.apply(commune, importing.preview(commune, path))
    assert board.card(commune, "DH-901").example == made
    assert board.card(commune, "DH-901").spreads == (place,)
    again = importing.preview(commune, path)
    assert not again.faults
    assert not again.plan.changed
    assert not sum(again.plan.new.values())


def test_a_spread_of_no_example_is_a_fault(commune: Workspace, tmp_path: Path) -> None:
    place = ExampleSpread("DH-999", SpreadKind.COPIED, date(2026, 6, 1), "Thôn Đoài")
    batch = Batch(spreads=(Entry(Place("Nhân rộng", 2), place),))
    path = tmp_path / "nhan-rong.xlsx"
    write_batch(path, batch)
    seen = importing.preview(commune, path)
    assert [one.place.sheet for one in seen.faults if one.fatal] == ["Nhân rộng"]
