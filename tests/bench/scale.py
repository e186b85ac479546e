"""How much is measured: enough for figures, or just enough to see that it works."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of the loads. A round measures ours and the floor's side by side for `seconds` each."""

    seconds: float = 2.0
    rounds: int = 5
    kiosks: tuple[int, ...] = (1, 8, 64)
    counters: tuple[int, ...] = (1, 8, 32)
    visits: int = 1000
    history: tuple[int, int] = (1000, 1_000_000)
    screens: tuple[tuple[int, int], ...] = ((20, 100), (1000, 30))
    """So many screens, and so many calls."""
    phones: tuple[int, int, int] = (1000, 5000, 30)
    """So many screens, so many phones beside them, and so many calls."""
    starts: int = 5
    visits_at_kiosk: int = 10
    visits_at_desk: int = 40
    processes: tuple[int, ...] = (1, 2, 4)


SHORT = Scale(
    seconds=0.05,
    rounds=1,
    kiosks=(2,),
    counters=(2,),
    visits=5,
    history=(1000, 3000),
    screens=((3, 2),),
    phones=(3, 9, 2),
    starts=1,
    visits_at_kiosk=1,
    visits_at_desk=2,
    processes=(2,),
)
