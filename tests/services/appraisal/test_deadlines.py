"""What is due in the sample commune, as the day goes on."""

from dataclasses import replace
from datetime import date

from khenthuong.domain.deadlines import DeadlineKind, DeadlineState
from khenthuong.domain.kinds import Authority
from khenthuong.services.appraisal import deadlines, rounds
from khenthuong.services.paperwork import paper_register


def on(ws, monkeypatch, day):
    monkeypatch.setattr(type(ws), "today", lambda self: day)
    return deadlines.list_deadlines(ws)


def of(found, round_code, kind):
    return [one for one in found if (one.round, one.kind) == (round_code, kind)]


def test_the_list_follows_the_day_and_the_books(commune, monkeypatch):
    found = on(commune, monkeypatch, date(2026, 1, 28))
    decide = of(found, "D1", DeadlineKind.DECIDE)[0]
    assert (decide.day, decide.authority) == (date(2026, 2, 24), Authority.COMMUNE)  # after Tết
    assert decide.source.cite.text == "quy_dinh_cua_tinh"
    assert of(found, "D1", DeadlineKind.SUBMIT)[0].state is DeadlineState.DONE
    paper_register.make(commune, "D1")
    form = "quyet_dinh_khen_thuong"
    paper_register.record_number(
        commune, "D1", Authority.COMMUNE, form, "15/QĐ-UBND", date(2026, 1, 27)
    )
    again = of(on(commune, monkeypatch, date(2026, 1, 28)), "D1", DeadlineKind.DECIDE)[0]
    assert (again.state, again.done_on) == (DeadlineState.DONE, date(2026, 1, 27))


def test_units_of_meetings_are_named_and_old_rounds_are_left_alone(commune, monkeypatch):
    found = on(commune, monkeypatch, date(2026, 1, 28))
    minutes = of(found, "D1", DeadlineKind.MINUTES)
    assert minutes
    assert all("TT" not in one.subject for one in minutes)
    assert not of(on(commune, monkeypatch, date(2028, 1, 3)), "D1", DeadlineKind.MINUTES)


def test_a_swap_day_moves_what_is_due(commune, monkeypatch):
    from khenthuong.services import office

    monkeypatch.setattr(type(commune), "today", lambda self: date(2026, 1, 28))
    before = of(deadlines.list_deadlines(commune), "D1", DeadlineKind.DECIDE)[0].day
    given = office.get_office(commune)
    office.save_office(commune, replace(given, days_off=(date(2026, 1, 29),)))
    after = of(deadlines.list_deadlines(commune), "D1", DeadlineKind.DECIDE)[0].day
    assert after > before


def test_an_empty_round_asks_for_nothing(commune, monkeypatch):
    one = rounds.get_round(commune, "D1")
    rounds.save_round(commune, replace(one, code="D9", received=None, deadline=date(2026, 1, 30)))
    found = on(commune, monkeypatch, date(2026, 1, 28))
    assert [each for each in found if each.round == "D9"] == []
