from queue_server.client.stream import Stream
from queue_server.domain.trust import Role
from tests.servers import Served


def test_once_stopped_nothing_more_is_told(served: Served) -> None:
    told: list[object] = []
    token = served.token(Role.SUPERVISOR)
    stream = Stream(served.url, lambda: token, told.append, told.append, since=0)
    stream.start()
    stream.stop()
    stream._thread.join(10)
    assert told == []
