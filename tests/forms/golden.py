"""Golden papers: the words of each as a text file, its document.xml by the sha256 beside it.

After a wanted change run the tests with GHI_LAI=1, then look at the papers and the difference.
"""

import hashlib
import io
import os
import zipfile
from pathlib import Path

from khenthuong.documents.text import plain_text

GOLDEN = Path(__file__).resolve().parents[1] / "golden"


def hold(form_id: str, case: str, paper: bytes) -> str:
    """Compare a paper with its golden text and document.xml; returns the text."""
    text = plain_text(paper)
    with zipfile.ZipFile(io.BytesIO(paper)) as archive:
        digest = hashlib.sha256(archive.read("word/document.xml")).hexdigest()
    words = GOLDEN / form_id / f"{case}.txt"
    xml = GOLDEN / form_id / f"{case}.document-xml.sha256"
    if os.environ.get("GHI_LAI"):
        words.parent.mkdir(parents=True, exist_ok=True)
        words.write_text(text, encoding="utf-8")
        xml.write_text(f"{digest}\n", encoding="ascii")
    assert text == words.read_text(encoding="utf-8")
    assert digest == xml.read_text(encoding="ascii").strip(), "the words are the same, not the XML"
    return text
