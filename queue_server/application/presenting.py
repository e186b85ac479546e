"""The catalogue as the wire has it."""

from collections.abc import Mapping

from queue_server import wire
from queue_server.domain.catalogue import Catalogue, Text


def catalogue(known: Catalogue, phones: str = "") -> wire.Catalogue:
    """Everything a station needs to draw its pages, in all languages; `phones` is how visitors' phones get here."""
    return wire.Catalogue(
        office=known.office,
        name=dict(known.name),
        timezone=known.timezone,
        version=known.version,
        languages=list(known.languages),
        callers=_options(known.callers.options),
        facts=[
            wire.FactEntry(fact.id, dict(fact.question), _options(fact.options))
            for fact in known.facts.values()
            if fact.id != known.callers.id
        ],
        documents=[
            wire.DocumentEntry(each.id, dict(each.name), dict(each.hint), each.picture, each.scan)
            for each in known.documents.values()
        ],
        groups=[wire.GroupEntry(each.id, dict(each.name), each.picture) for each in known.groups.values()],
        services=[
            wire.ServiceEntry(
                id=each.id,
                name=dict(each.name),
                group=each.group,
                picture=each.picture,
                callers=list(each.callers),
                line=each.line,
                guidance=None if each.guidance is None else dict(each.guidance),
                then=list(each.then),
            )
            for each in known.services.values()
        ],
        lines=[
            wire.LineEntry(
                id=each.id,
                name=dict(each.name),
                series=each.series,
                floor=each.floor,
                agency=each.agency,
                target_minutes=each.target_minutes,
                appointments=each.slots is not None and each.slots.capacity > 0,
            )
            for each in known.lines.values()
        ],
        counters=[
            wire.CounterEntry(each.n, dict(each.name), list(each.lines), each.two_step)
            for each in known.counters.values()
        ],
        breaks=_options(known.breaks),
        parkings=_options(known.parkings),
        phones=phones,
    )


def _options(options: Mapping[str, Text]) -> list[wire.Option]:
    return [wire.Option(value, dict(text)) for value, text in options.items()]
