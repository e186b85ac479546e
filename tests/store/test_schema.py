"""The migrations lead to the very tables the program works with."""

from alembic import command
from alembic.script import ScriptDirectory

from queue_server.store.database import engine_of
from queue_server.store.schema import bring_up_to_date, config_for, newest


def test_the_migrations_make_the_tables(bare_url: str) -> None:
    engine = engine_of(bare_url, writes=True)
    bring_up_to_date(engine)
    command.check(config_for(engine))
    engine.dispose()


def test_a_schema_that_is_up_to_date_is_left_alone(bare_url: str) -> None:
    engine = engine_of(bare_url, writes=True)
    bring_up_to_date(engine)
    bring_up_to_date(engine)
    engine.dispose()


def test_the_newest_version_is_the_one_alembic_leads_to(bare_url: str) -> None:
    engine = engine_of(bare_url, writes=True)
    head = ScriptDirectory.from_config(config_for(engine)).get_current_head()
    engine.dispose()
    assert head == newest()


def test_the_schema_can_step_back(bare_url: str) -> None:
    engine = engine_of(bare_url, writes=True)
    bring_up_to_date(engine)
    command.downgrade(config_for(engine), "base")
    bring_up_to_date(engine)
    engine.dispose()
