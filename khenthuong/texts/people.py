"""Sổ over time: evidence, duplicates merged, people who moved, units merged or renamed."""

from __future__ import annotations

_EVIDENCE: dict[str, str] = {
    "operation.proof": "Gắn minh chứng cho đề nghị của {code} trong đợt {round}",
    "operation.unproof": "Gỡ minh chứng khỏi đề nghị của {code} trong đợt {round}",
    "evidence.not_nominated": "Đề nghị của {recipient} không còn trong đợt này, nên không gắn minh "
    "chứng được.",
    "evidence.of_achievement": "thành tích {code} của {name}",
    "evidence.of_nomination": "đề nghị của {name}, đợt {round}",
    "evidence.content_proof": "Minh chứng «{label}» – {name}: {file}",
    "evidence.gone": "Không niêm phong được: tệp minh chứng gắn với đề nghị của {name} không còn "
    "trong kho: {files}. Hãy thêm lại tệp, hoặc gỡ nó khỏi đề nghị.",
}

TEXTS: dict[str, str] = {**_EVIDENCE}
