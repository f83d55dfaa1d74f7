"""The plot of a round: how many nominations stay at each station, and whose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khenthuong import storage, texts
from khenthuong.domain.findings import RoundCheck
from khenthuong.domain.pathway import Key, Station
from khenthuong.domain.pathway_places import places
from khenthuong.domain.plots.figures import Plot, StationBar, Stations
from khenthuong.services.appraisal import pathway
from khenthuong.services.workspace import Workspace

_NAMED = 6


def stations(ws: Workspace, round_code: str, check: RoundCheck | None = None) -> Plot:
    """Where every nomination of a round stays; `check` where it was judged already.

    Raises NotFoundError for an unknown round.
    """
    state = pathway.of_round(ws, round_code, check).state
    found = places(state)
    names = _names(ws, found)
    by_place: dict[Station | None, list[str]] = {}
    for key, station in found.items():
        by_place.setdefault(station, []).append(names[key])
    bars = tuple(_bar(station, by_place.get(station, [])) for station in (*Station, None))
    return Plot(
        "cac_buoc",
        texts.say("plot.of", {"title": texts.say("plot.stations"), "name": state.round.name}),
        texts.say("plot.stations_source"),
        Stations(bars) if found else None,
        tuple(texts.say(f"plot.head.{head}") for head in ("station", "count", "who")),
        tuple(
            (_name(station), str(len(who)), "; ".join(who))
            for station, who in ((one, by_place.get(one, [])) for one in (*Station, None))
        ),
        "" if found else texts.say("plot.no_nominations", {"name": state.round.name}),
    )


def _names(ws: Workspace, found: Mapping[Key, Station | None]) -> Mapping[Key, str]:
    known = storage.register.many(ws.books, sorted({recipient for recipient, _ in found}))
    return {
        key: texts.say(
            "plot.who", {"name": known[key[0]].name, "award": ws.award_names.get(key[1], key[1])}
        )
        for key in found
    }


def _name(station: Station | None) -> str:
    return texts.label(station) if station is not None else texts.say("plot.through")


def _bar(station: Station | None, who: Sequence[str]) -> StationBar:
    named = tuple(who if len(who) <= _NAMED else who[: _NAMED - 1])
    left = len(who) - len(named)
    said = texts.say("plot.station", {"station": _name(station), "count": len(who)})
    return StationBar(
        _name(station),
        len(who),
        f"{said}: {'; '.join(who)}" if who else said,
        named,
        texts.say("plot.more", {"count": left}) if left else "",
    )
