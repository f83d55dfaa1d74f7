"""Drafts of papers on demand: unfinished answers as files, so that a crash loses a second."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from khenthuong.documents.files import write_paper
from khenthuong.domain.answers import normalise
from khenthuong.domain.forms import FormDef
from khenthuong.domain.names import slug
from khenthuong.domain.office_papers import Subject
from khenthuong.services.paperwork.reports import plain
from khenthuong.services.workspace import Workspace


def save(ws: Workspace, form: FormDef, subject: Subject, values: Mapping[str, object]) -> None:
    """Lay the answers down; nothing answered drops the draft."""
    answers = normalise(form, values)
    if not answers.values:
        drop(ws, form, subject)
        return
    path = _path(ws, form, subject)
    content = {"form": form.id, "version": answers.form_version, "values": plain(answers.values)}
    write_paper(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def load(ws: Workspace, form: FormDef, subject: Subject) -> dict[str, object]:
    """The draft's values; a damaged draft counts as none."""
    try:
        content = json.loads(_path(ws, form, subject).read_text(encoding="utf-8"))
        return dict(normalise(form, dict(content["values"])).values)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def drop(ws: Workspace, form: FormDef, subject: Subject) -> None:
    """Forget the draft."""
    _path(ws, form, subject).unlink(missing_ok=True)


def _path(ws: Workspace, form: FormDef, subject: Subject) -> Path:
    # No slug holds an underscore, so no two subjects share a name.
    named = (
        subject.round,
        subject.meeting,
        subject.recipient,
        subject.year,
        *(one for one in (subject.movement, subject.cluster) if one),
    )
    about = "_".join(slug(part) if part else "" for part in named)
    return ws.folder.drafts / f"vb__{form.id}__{about}.json"
