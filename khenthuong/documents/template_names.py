"""Walk a template's Jinja tree: every name it prints must be one that its form offers.

The tree is read, not rendered, so that branches and loops are seen too, and rows and dotted names
are followed: «co_quan.tenn», «r.ho_tenn» in `{% for r in ca_nhan %}`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jinja2 import nodes

from khenthuong.domain.forms import FieldDef, FormDef
from khenthuong.domain.vietnamese import fold


@dataclass
class Shape:
    """What a name stands for: a plain value, a group of names, or rows of a table."""

    names: dict[str, Shape] = field(default_factory=dict)
    rows: bool = False
    anything: bool = False


@dataclass(frozen=True)
class Offence:
    """A name the form does not offer (`nearest` = what was meant), or a loop over no table."""

    line: int
    name: str
    nearest: str
    not_rows: bool = False


Scope = Mapping[str, Shape]
_ANYTHING = Shape(anything=True)
_ROW_FILTERS = frozenset({"list", "sort", "reverse", "unique", "batch", "default", "d"})


def offered(form: FormDef) -> dict[str, Shape]:
    """The names a template of this form may print."""
    root: dict[str, Shape] = {}
    for entry in form.fields:
        *groups, last = entry.key.split(".")
        place = root
        for name in groups:
            place = place.setdefault(name, Shape()).names
        place[last] = _shape(entry)
    return root


def _shape(entry: FieldDef) -> Shape:
    return Shape({c.key: _shape(c) for c in entry.columns}, rows=entry.type == "table")


def used_paths(tree: nodes.Template, form: FormDef) -> tuple[set[str], list[Offence]]:
    """The form's keys that the template prints, and the offences in the order of the text."""
    walk = _Walk(offered(form))
    walk.body(tree.body, {})
    return walk.used, walk.offences


class _Walk:
    def __init__(self, root: dict[str, Shape]) -> None:
        self._root = root
        self.offences: list[Offence] = []
        self.used: set[str] = set()

    def body(self, statements: list[nodes.Node], scope: Scope) -> None:
        """Statements in order; what `{% set %}` names is known from there on."""
        known = dict(scope)
        for statement in statements:
            self._statement(statement, known)

    def _statement(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        if isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Assign):
            shape = self._expression(node.node, scope)
            for name in node.target.find_all(nodes.Name):
                scope[name.name] = shape
            if isinstance(node.target, nodes.Name):
                scope[node.target.name] = shape
        elif isinstance(node, nodes.If):
            self._expression(node.test, scope)
            for part in (node.body, node.else_):
                self.body(part, scope)
            for other in node.elif_:
                self._statement(other, scope)
        else:
            self._children(node, scope)

    def _children(self, node: nodes.Node, scope: dict[str, Shape]) -> None:
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._expression(child, scope)
            else:
                self._statement(child, scope)

    def _loop(self, node: nodes.For, scope: dict[str, Shape]) -> None:
        rows = self._expression(node.iter, scope)
        if not rows.rows and not rows.anything:
            self._offend(node.lineno, _source(node.iter), "", not_rows=True)
            rows = _ANYTHING
        inner = {**scope, "loop": _ANYTHING}
        row = _ANYTHING if rows.anything else Shape(rows.names)
        for name in _targets(node.target):
            inner[name] = row
        if node.test is not None:
            self._expression(node.test, inner)
        self.body(node.body, inner)
        self.body(node.else_, scope)

    def _expression(self, node: nodes.Node, scope: Scope) -> Shape:
        if isinstance(node, nodes.Name):
            return self._name(node, scope)
        if isinstance(node, nodes.Getattr):
            return self._member(node, node.node, node.attr, scope)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope)
        if isinstance(node, nodes.Filter):
            return self._filter(node, scope)
        for child in node.iter_child_nodes():
            if isinstance(child, nodes.Expr):
                self._expression(child, scope)
            else:
                self._children(child, dict(scope))
        return _ANYTHING if isinstance(node, nodes.Call) else Shape()

    def _name(self, node: nodes.Name, scope: Scope) -> Shape:
        if node.name in scope:
            return scope[node.name]
        if node.name in self._root:
            self.used.add(node.name)
            return self._root[node.name]
        self._offend(node.lineno, node.name, _nearest(node.name, self._root))
        return _ANYTHING

    def _member(self, node: nodes.Node, owner: nodes.Node, name: str, scope: Scope) -> Shape:
        shape = self._expression(owner, scope)
        if shape.anything:
            return _ANYTHING
        if name in shape.names and not shape.rows:
            self.used.add(f"{_source(owner)}.{name}")
            return shape.names[name]
        path = _source(owner)
        near = _nearest(name, shape.names)
        self._offend(node.lineno, f"{path}.{name}", f"{path}.{near}" if near else path)
        return _ANYTHING

    def _item(self, node: nodes.Getitem, scope: Scope) -> Shape:
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str):
            return self._member(node, node.node, node.arg.value, scope)
        self._expression(node.arg, scope)
        shape = self._expression(node.node, scope)
        return Shape(shape.names) if shape.rows else _ANYTHING

    def _filter(self, node: nodes.Filter, scope: Scope) -> Shape:
        shape = self._expression(node.node, scope) if node.node is not None else Shape()
        for argument in (*node.args, *node.kwargs):
            value = argument.value if isinstance(argument, nodes.Keyword) else argument
            self._expression(value, scope)
        if node.name in _ROW_FILTERS:
            return shape
        return Shape(shape.names) if node.name in ("first", "last") else Shape()

    def _offend(self, line: int, name: str, nearest: str, *, not_rows: bool = False) -> None:
        self.offences.append(Offence(line, name, nearest, not_rows))


def _targets(target: nodes.Node) -> Iterator[str]:
    if isinstance(target, nodes.Name):
        yield target.name
    for name in target.find_all(nodes.Name):
        yield name.name


def _source(node: nodes.Node) -> str:
    """The expression as written, as far as it is a name."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_source(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem):
        return f"{_source(node.node)}[]"
    return _source(node.node) if isinstance(node, nodes.Filter) and node.node else "…"


def _nearest(name: str, known: Mapping[str, Shape]) -> str:
    """The nearest offered name, marks and letter case put aside; all names where none is near."""
    wanted = fold(name)
    if wanted in known:
        return wanted
    near = difflib.get_close_matches(wanted, list(known), n=1)
    return near[0] if near else ", ".join(sorted(known))
