"""An office that can die."""

import threading
from pathlib import Path

from queue_server.domain.events import Entry
from queue_server.store.database import Database, url_of
from queue_server.store.opening import OPERATOR, open_office
from queue_server.system import SystemChance, SystemClock
from tests.journeys.proxy import Proxy
from tests.offices import CATALOGUE
from tests.servers import OwnProcess, Served


class Mortal:
    """An office whose server can be killed at any moment, with a line to it that can be cut."""

    def __init__(self, folder: Path) -> None:
        url, clock, chance = url_of(folder, None), SystemClock(), SystemChance()
        office, _code = open_office(url, CATALOGUE, clock, chance)
        self.process = OwnProcess(folder)
        self.process.start()
        self.line = Proxy(self.process.port)
        self.database = Database(url, office, clock, chance)
        self.served = Served(self.line.url, self.database)
        self._starting: threading.Thread | None = None

    def journal(self) -> list[Entry]:
        """Everything that happened so far, oldest first."""
        return self.database.read(OPERATOR, lambda tx: list(tx.journal.since(0))).result(10)

    def die(self) -> None:
        """Be killed now."""
        self.process.kill()

    def come_back(self) -> None:
        """Begin the next life, while everybody goes on."""
        self._starting = threading.Thread(target=self.process.start)
        self._starting.start()

    def die_and_come_back(self) -> None:
        """Be killed now, and begin the next life at once."""
        self.die()
        self.come_back()

    def settle(self) -> None:
        """Wait until the next life has begun."""
        if self._starting is not None:
            self._starting.join()

    def close(self) -> None:
        """Stop, and prove the book sound."""
        self.settle()
        self.served.close()
        self.line.close()
        self.database.close()
        self.process.stop()
        assert self.process.operator("verify") == "sound"
