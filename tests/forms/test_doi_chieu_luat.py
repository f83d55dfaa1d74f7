"""Citations compared with a law: an invented law of three articles, and awards that cite it."""

import shutil
from pathlib import Path

import pytest

from scripts.doi_chieu_luat import main, read_law

FORMS = Path(__file__).resolve().parents[2] / "forms"

LAW = """LUẬT THỬ

Điều 1. Danh hiệu “Người làm vườn giỏi”
1. Danh hiệu “Người làm vườn giỏi” để tặng cho cá nhân đạt các tiêu chuẩn sau đây:
a) Trồng được cây ăn quả quanh năm;
đ) Giúp đỡ hàng xóm chăm sóc vườn.
2.“Người làm vườn giỏi” được tặng hằng năm.
Điều 2. Nguyên tắc
Vườn của ai người ấy chăm.
Điều 5. Nguyên tắc thi đua
2. Nguyên tắc khen thưởng:
a) Chính xác, công khai, công bằng, kịp thời.
"""

RULES = """schema = 1
[[text]]
id = "luat_thu"
name = "Luật thử"
short = "Luật thử"

[[criterion]]
id = "niem_yet"
principle = "cong_khai"
step = "niem_yet"
kind = "notice_days"
label = "Dán danh sách ở cổng chợ"
cite = { text = "luat_thu", article = "5", clause = "2", point = "a" }
checked = "van_ban"
"""

AWARD = """schema = 1
id = "nguoi_lam_vuon_gioi"
name = "Người làm vườn giỏi"
class = "danh_hieu"
authority = "xa"
recipients = ["ca_nhan"]
rounds = ["cong_trang"]
cite = { text = "luat_thu", article = "1" }

[[criterion]]
id = "a"
principle = "chinh_xac"
step = "danh_sach"
kind = "any_of"
label = "Trồng được cây ăn quả quanh năm"
cite = { text = "luat_thu", article = "1", clause = "1", point = "a" }
checked = "van_ban"

[[criterion.child]]
id = "bon_mua"
kind = "declared"
label = "Bốn mùa có quả"

[[criterion]]
id = "dd"
principle = "chinh_xac"
step = "danh_sach"
kind = "declared"
label = "Giúp đỡ hàng xóm chăm sóc vườn"
cite = { text = "luat_thu", article = "1", clause = "1", point = "đ" }
checked = "van_ban"

[[criterion]]
id = "ngoai_luat"
principle = "chinh_xac"
step = "danh_sach"
kind = "declared"
label = "Điều nhớ được, chưa đối chiếu"
cite = { text = "luat_thu", article = "99" }
checked = "chua"
"""


@pytest.fixture
def check(tmp_path, capsys):
    def run(award=AWARD, rules=RULES, *options):
        forms = tmp_path / "forms"
        shutil.rmtree(forms, ignore_errors=True)
        (forms / "khen_thuong").mkdir(parents=True)
        (forms / "quy_dinh").mkdir()
        (forms / "khen_thuong" / "nguoi_lam_vuon_gioi.toml").write_text(award, encoding="utf-8")
        (forms / "quy_dinh" / "chung.toml").write_text(rules, encoding="utf-8")
        law = tmp_path / "luat.txt"
        law.write_text(LAW, encoding="utf-8")
        found = main([str(law), "--van-ban", "luat_thu", "--forms", str(forms), *options])
        return found, capsys.readouterr().out

    return run


def test_articles_clauses_and_points():
    law = read_law(LAW)
    assert set(law) == {"1", "2", "5"}
    assert law["1"].clauses == {"1": {"a", "đ"}, "2": set()}
    assert law["2"].clauses == {}


def test_sound_citations(check):
    assert check() == (0, "5 dẫn chiếu, 0 chỗ sai.\n")


def test_all_lines_on_request(check):
    _, said = check(AWARD, RULES, "--tat-ca")
    assert "điểm đ khoản 1 Điều 1" in said
    assert said.count("đúng") == 5


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ('article = "1" }', 'article = "7" }', "không có Điều 7"),
        ('clause = "1", point = "a"', 'clause = "3", point = "a"', "Điều 1 không có khoản 3"),
        ('clause = "1", point = "a"', 'clause = "1", point = "b"', "không có điểm b"),
        ('clause = "1", point = "đ"', 'clause = "2", point = "đ"', "không có điểm đ"),
        ('"Giúp đỡ hàng xóm chăm sóc vườn"', '"Nuôi ong lấy mật"', "nuôi, ong, lấy, mật"),
        # A child is read with what stands above it, but not without.
        ('label = "Trồng được cây ăn quả quanh năm"', 'label = "Nuôi ong"', "nuôi, ong"),
    ],
)
def test_a_wrong_citation(check, right, wrong, said):
    assert right in AWARD
    found, out = check(AWARD.replace(right, wrong))
    assert found == 1
    assert said in out


@pytest.mark.parametrize("principle", ["kip_thoi", "cong_bang"])
def test_the_point_on_principles_names_the_principle(check, principle):
    rules = RULES.replace('"cong_khai"', f'"{principle}"')
    assert check(AWARD, rules)[0] == 0


def test_a_principle_the_point_does_not_name(check):
    law_less = RULES.replace('point = "a"', 'point = "b"')
    found, said = check(AWARD, law_less)
    assert found == 1
    assert "khoản 2 Điều 5 không có điểm b" in said


def test_what_is_from_memory_is_left_out(check):
    found, said = check(AWARD.replace('"chua"', '"van_ban"'))
    assert found == 1
    assert "không có Điều 99" in said


def test_the_shipped_rulebook_cites_the_law_it_names(tmp_path, capsys):
    # Without the law's own text only the count of what would be compared is known.
    law = tmp_path / "rong.txt"
    law.write_text("", encoding="utf-8")
    assert main([str(law), "--forms", str(FORMS)]) == 1
    total, wrong = (int(word) for word in capsys.readouterr().out.split()[-6:] if word.isdigit())
    assert total == wrong > 400
