"""The workspace: books, catalogue and calendar behind one door."""

from datetime import date

import pytest

from khenthuong.errors import BooksError
from khenthuong.services import office
from khenthuong.services.workspace import open_workspace
from khenthuong.storage import history
from tests import factories


def test_what_is_written_is_signed_by_who_opened(tmp_path):
    with open_workspace(tmp_path, who="Lê Thị Ghi") as ws:
        office.save_office(ws, factories.office())
        assert history.operations(ws.books)[0].who == "Lê Thị Ghi"
        assert ws.folder.root == tmp_path
        assert ws.today() == date.today()


def test_two_workspaces_of_one_folder_are_refused(tmp_path):
    with open_workspace(tmp_path), pytest.raises(BooksError), open_workspace(tmp_path):
        pass


def test_forms_and_their_templates_are_found(tmp_path):
    with open_workspace(tmp_path) as ws:
        assert "bao_cao_thanh_tich_ca_nhan" in ws.forms
        for form in ws.forms.values():
            assert ws.template_path(form).is_file()


def test_awards_are_known_by_name(tmp_path):
    with open_workspace(tmp_path) as ws:
        assert ws.award_names["chien_si_thi_dua_co_so"] == "Chiến sĩ thi đua cơ sở"
        assert ws.catalog_problems == ()


def test_a_broken_file_of_the_province_is_listed_and_the_shipped_one_stays(tmp_path):
    folder = tmp_path / "forms" / "bieu_mau"
    folder.mkdir(parents=True)
    (folder / "to_trinh.toml").write_text("khong phai toml [", encoding="utf-8")
    with open_workspace(tmp_path) as ws:
        assert len(ws.catalog_problems) == 1
        assert not ws.forms["to_trinh"].provincial


def test_swap_days_of_the_settings_are_working_days(tmp_path):
    with open_workspace(tmp_path) as ws:
        year = ws.today().year
        first = next(date(year, 3, day) for day in range(1, 8) if date(year, 3, day).weekday() == 5)
        days = f"{first.day}/{first.month}/{first.year}; khong phai ngay; 99/99/2025"
        office.save_office(ws, factories.office(settings=(("Ngày làm bù", days),)))
        assert ws.calendar.is_working(first)
        assert not ws.calendar.is_working(date(year, 9, 2))


def test_a_day_off_counts_as_soon_as_it_is_saved(tmp_path):
    with open_workspace(tmp_path) as ws:
        year = ws.today().year
        week = [date(year, 3, day) for day in range(1, 8)]
        monday = next(day for day in week if day.weekday() == 0)
        office.save_office(ws, factories.office())
        assert ws.calendar.is_working(monday)
        office.save_office(ws, factories.office(days_off=(monday,)))
        assert not ws.calendar.is_working(monday)
