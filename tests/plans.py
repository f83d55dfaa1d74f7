"""The texts of three real plans, without the names of those who signed them."""

from pathlib import Path

_FOLDER = Path(__file__).parent / "phong_trao"
RESOLUTION = "ke_hoach_298"
SPRINT = "ke_hoach_245"
DIRECTIVE = "chi_thi_2022"
ALL = (RESOLUTION, SPRINT, DIRECTIVE)


def plan_text(name: str) -> str:
    """The whole text of a plan, line by line as Word gives it when copied."""
    return (_FOLDER / f"{name}.txt").read_text(encoding="utf-8")
