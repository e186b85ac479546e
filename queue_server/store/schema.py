"""The schema's versions: brought up to date by Alembic, on either database."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

_MIGRATIONS = Path(__file__).parent / "migrations"


def config_for(engine: Engine) -> Config:
    """Alembic's configuration for a database, with no file of its own."""
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def bring_up_to_date(engine: Engine) -> None:
    """Create or upgrade the schema to this program's version."""
    command.upgrade(config_for(engine), "head")
