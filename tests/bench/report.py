"""What was found: figures next to their budgets, as a table and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `most` or `least` is its budget where it has one."""

    name: str
    value: float
    unit: str = ""
    most: float | None = None
    least: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the budget is kept; empty where there is none."""
        if self.most is None and self.least is None:
            return ""
        kept = (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)
        return "kept" if kept else "MISSED"

    @property
    def budget(self) -> str:
        """The budget in words."""
        bounds = ((self.least, "≥"), (self.most, "≤"))
        return " ".join(f"{sign} {bound:g} {self.unit}".strip() for bound, sign in bounds if bound is not None)

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return {**asdict(self), "verdict": self.verdict}


def table(title: str, figures: Sequence[Figure]) -> str:
    """The figures in columns."""
    rows = [
        (figure.name, f"{figure.value:,.{_places(figure.value)}f} {figure.unit}", figure.budget, figure.verdict)
        for figure in figures
    ]
    name, value, budget = (max(len(row[column]) for row in rows) for column in range(3))
    body = [f"  {a:<{name}}  {b:>{value}}  {c:<{budget}}  {d}".rstrip() for a, b, c, d in rows]
    return "\n".join([title, *body])


def _places(value: float) -> int:
    return 0 if value >= 1000 else 1 if value >= 100 else 2
