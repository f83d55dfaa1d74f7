"""Our Word files keep the order of elements that the schema of WordprocessingML prescribes.

Word repairs, or refuses, a file with elements out of order (ECMA-376 Part 1, CT_PPr, CT_RPr …).
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from khenthuong.paths import shipped

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW "
    "jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar "
    "tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection "
    "tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr "
    "tcPr tblStylePr",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "settings": "zoom removePersonalInformation defaultTabStop characterSpacingControl compat "
    "themeFontLang",
}
PLACE = {
    parent: {f"{W}{name}": place for place, name in enumerate(names.split())}
    for parent, names in ORDER.items()
}
TEMPLATES = sorted(shipped("templates_docx").glob("*.docx"))


def out_of_order(root: etree._Element) -> list[str]:
    """The elements whose children stand in another order than the schema's, or twice."""
    found: list[str] = []
    for parent, places in PLACE.items():
        for node in root.iter(f"{W}{parent}"):
            tags = [str(child.tag) for child in node if isinstance(child.tag, str)]
            order = [places.get(tag, -1) for tag in tags]
            many = parent in ("tbl", "sectPr", "style")
            if -1 in order or order != sorted(order) or (not many and len(set(tags)) < len(tags)):
                found.append(f"{parent}: {' '.join(tag.removeprefix(W) for tag in tags)}")
    return found


@pytest.mark.parametrize(
    ("xml", "wrong"),
    [
        ("<w:pPr><w:pStyle/><w:keepNext/><w:spacing/><w:ind/><w:jc/></w:pPr>", 0),
        ("<w:pPr><w:jc/><w:ind/></w:pPr>", 1),
        ("<w:pPr><w:ind/><w:ind/></w:pPr>", 1),
        ("<w:rPr><w:u/><w:sz/></w:rPr>", 1),
        ("<w:rPr><w:unknown/></w:rPr>", 1),
    ],
)
def test_the_rule_itself(xml: str, wrong: int) -> None:
    root = etree.fromstring(f'<r xmlns:w="{W[1:-1]}">{xml}</r>')
    assert len(out_of_order(root)) == wrong


@pytest.mark.parametrize("template", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_templates_keep_the_schema_s_order(template: Path) -> None:
    with zipfile.ZipFile(template) as archive:
        for name in archive.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                assert out_of_order(etree.fromstring(archive.read(name))) == [], name


@pytest.mark.parametrize("template", TEMPLATES, ids=[path.stem for path in TEMPLATES])
def test_python_docx_opens_and_saves_them(template: Path) -> None:
    document = Document(str(template))
    assert document.paragraphs
    saved = io.BytesIO()
    document.save(saved)
    assert zipfile.is_zipfile(saved)
