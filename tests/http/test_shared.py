"""What many ask for at one moment is read once."""

import asyncio

from queue_server.http.shared import Shared


def test_all_who_ask_at_one_moment_share_a_reading_and_a_later_moment_has_its_own() -> None:
    read: list[int] = []

    async def reading() -> bytes:
        read.append(len(read))
        await asyncio.sleep(0.01)
        return str(read[-1]).encode()

    async def ask() -> list[list[bytes]]:
        shared = Shared()
        first = await asyncio.gather(*(shared.at("hall", 7, reading) for _ in range(50)))
        later = await asyncio.gather(*(shared.at("hall", moment, reading) for moment in (8, 8, 7)))
        return [first, later, [await shared.at("upstairs", 1, reading)]]

    assert asyncio.run(ask()) == [[b"0"] * 50, [b"1"] * 3, [b"2"]]


def test_whoever_hangs_up_takes_the_reading_from_nobody_else() -> None:
    async def reading() -> bytes:
        await asyncio.sleep(0.02)
        return b"read"

    async def ask() -> bytes:
        shared = Shared()
        gone = asyncio.create_task(shared.at("hall", 1, reading))
        stays = asyncio.create_task(shared.at("hall", 1, reading))
        await asyncio.sleep(0)
        gone.cancel()
        return await stays

    assert asyncio.run(ask()) == b"read"
