"""The shipped forms, read once."""

from collections.abc import Mapping

import pytest

from khenthuong.catalog.form_library import load_forms
from khenthuong.domain.forms import FormDef
from khenthuong.paths import shipped


@pytest.fixture(scope="session")
def forms() -> Mapping[str, FormDef]:
    return load_forms(shipped("forms"), None)[0]
