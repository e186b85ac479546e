"""Alembic's entry: runs the versions on the engine handed in."""

from alembic import context

from queue_server.store.tables import metadata

with context.config.attributes["engine"].begin() as connection:
    context.configure(connection=connection, target_metadata=metadata, compare_type=True)
    context.run_migrations()
