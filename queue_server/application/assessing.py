"""A check under the rules that hold now."""

from dataclasses import replace

from queue_server.application.ports import Transaction
from queue_server.domain.assessment import Assessment, assess
from queue_server.domain.check import Check


def assessed(tx: Transaction, check: Check) -> Assessment:
    """What today's rules make of a check's answers and papers."""
    service = tx.catalogue.services[check.service]
    return assess(service, check.answers, check.papers, check.waivers, tx.day)


def kept(tx: Transaction, check: Check) -> Check:
    """The check with today's results, outcome and rule version, as it is to be kept."""
    assessment = assessed(tx, check)
    results = {finding.requirement.id: finding.result for finding in assessment.findings}
    return replace(check, results=results, outcome=assessment.outcome, catalogue=tx.catalogue.version)
