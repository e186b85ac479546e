"""Five kiosks between which and the server the lines come and go."""

from tests.torture.kiosks import Tally
from tests.torture.partitions import HANDED_OVER_WITHIN, part


def test_kiosks_cut_off_and_falling_over_give_each_number_once_and_lose_no_visit() -> None:
    tally = Tally()
    assert part(20, 8, tally) == []
    assert min(tally.online, tally.alone, tally.cuts, tally.starts, tally.copies) > 0
    assert tally.longest <= HANDED_OVER_WITHIN
