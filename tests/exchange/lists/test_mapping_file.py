from types import MappingProxyType

import pytest

from khenthuong.domain.mapping import ListField, SourceMapping
from khenthuong.errors import WorkbookError
from khenthuong.exchange.lists import mapping_file

MAPPING = SourceMapping(
    "0123456789abcdef",
    "Phòng Nội vụ",
    MappingProxyType({"ho va ten": ListField.NAME}),
    MappingProxyType({"ho va ten": "tcvn3"}),
    MappingProxyType({"ds.xlsx": MappingProxyType({"round:": "D1"})}),
    MappingProxyType({"award:lao_dong_tien_tien": "7001"}),
)


def test_a_mapping_comes_back(tmp_path) -> None:
    mapping_file.save(tmp_path, MAPPING)
    assert mapping_file.load(tmp_path, MAPPING.fingerprint) == MAPPING
    assert mapping_file.load(tmp_path, "f" * 16) is None
    assert mapping_file.load_all(tmp_path) == (MAPPING,)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "[" * 100_000,
        "{}",
        '{"format": 2}',
        '{"format": 1, "fingerprint": "../../x", "name": "", "columns": {}, "letters": {}, '
        '"answers": {}, "codes": {}}',
        '{"format": 1, "fingerprint": "0123456789abcdef", "name": "", "columns": {"a": "zzz"}, '
        '"letters": {}, "answers": {}, "codes": {}}',
        '{"format": 1, "fingerprint": "0123456789abcdef", "name": "", "columns": {}, '
        '"letters": {"a": "zzz"}, "answers": {}, "codes": {}}',
    ],
)
def test_any_other_file_is_refused(tmp_path, text: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WorkbookError) as refused:
        mapping_file.read(path)
    assert refused.value.code == "list.mapping_damaged"
    assert mapping_file.load_all(tmp_path) == ()
