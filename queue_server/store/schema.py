"""The schema's versions: brought up to date by Alembic, on either database."""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"


def config_for(engine: Engine) -> "Config":
    """Alembic's configuration for a database, with no file of its own."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def bring_up_to_date(engine: Engine) -> None:
    """Create or upgrade the schema to this program's version."""
    if _version(engine) == newest():
        return
    # Only here: Alembic takes a while to load, and most starts have nothing for it to do.
    from alembic import command

    command.upgrade(config_for(engine), "head")


def newest() -> str:
    """The version of this program's tables: the migrations' files are numbered."""
    return max(file.name.split("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def _version(engine: Engine) -> str | None:
    if not inspect(engine).has_table("alembic_version"):
        return None
    with engine.connect() as connection:
        version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return version
