from datetime import time

from queue_server.domain.sound import Sound


def test_the_volume_is_that_of_the_time_of_day_and_at_night_yesterdays_last() -> None:
    sound = Sound(volume=((time(7), 80), (time(12, 30), 60), (time(20), 30)))
    times = (time(7), time(12, 29, 59), time(12, 30), time(23), time(0), time(6, 59))
    assert [sound.volume_at(now) for now in times] == [80, 80, 60, 30, 30, 30]


def test_an_office_that_says_nothing_is_as_loud_as_can_be() -> None:
    assert Sound().volume_at(time(3)) == 100
