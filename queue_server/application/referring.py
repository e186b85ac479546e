"""Visitors sent to the information desk with a reason, before or after anything else is known of them."""

from dataclasses import replace

from queue_server import wire
from queue_server.application.ports import Transaction
from queue_server.domain.errors import Unknown
from queue_server.domain.events import CheckReferred
from queue_server.domain.referral import Reason, Referral, ReferralTaken, VisitorReferred, VisitorTaken


def refer(tx: Transaction, new: wire.NewReferral) -> wire.Referral:
    """Send a visitor to the information desk. Who asks again in the same visit keeps number and place.

    A check under way is handed over with them. Raises `Unknown` for a language, service or check.
    """
    if new.language not in tx.catalogue.languages:
        raise Unknown("language", new.language)
    if new.service is not None and new.service not in tx.catalogue.services:
        raise Unknown("service", new.service)
    service = new.service if new.check is None else _handed_over(tx, new.check, new.reason)
    before = tx.referrals.of_visit(tx.day, new.visit)
    asked_at = before.asked_at if before and before.taken_at is None else tx.at
    said = Referral(
        id=before.id if before else tx.new_id(),
        day=tx.day,
        n=before.n if before else tx.referrals.next_number(tx.day),
        visit=new.visit,
        reason=Reason(new.reason),
        language=new.language,
        asked_at=asked_at,
        check=new.check,
        service=service,
        page=new.page,
        subject=new.subject,
    )
    if before is None:
        tx.referrals.add(said)
    else:
        tx.referrals.save(said)
    tx.record(VisitorReferred(said.id, said.n, said.reason, said.language, said.service, said.check, said.page))
    return in_words(tx, said)


def take(tx: Transaction, referral_id: str) -> wire.Referral:
    """A clerk takes the visitor: nobody else can. Raises `Unknown`, `ReferralTaken`."""
    found = tx.referrals.find(referral_id)
    if found is None:
        raise Unknown("referral", referral_id)
    if tx.referrals.take(found.id, tx.actor.id, tx.at):
        tx.record(VisitorTaken(found.id, found.n, found.check))
    elif found.taken_by != tx.actor.id:
        raise ReferralTaken
    return in_words(tx, replace(found, taken_at=tx.at))


def waiting(tx: Transaction) -> wire.ReferralList:
    """Whom nobody took yet, oldest first; whoever helped themselves since is left out."""
    return wire.ReferralList([in_words(tx, each) for each in tx.referrals.waiting(tx.day) if not _helped(tx, each)])


def numbered(tx: Transaction, n: int) -> wire.ReferralList:
    """Today's visitor who shows that number, taken or not; nobody when there is none."""
    found = tx.referrals.numbered(tx.day, n)
    return wire.ReferralList([] if found is None else [in_words(tx, found)])


def in_words(tx: Transaction, referral: Referral) -> wire.Referral:
    """A referral for whoever asks, in their language."""
    language = tx.actor.language
    service = tx.catalogue.services.get(referral.service or "")
    return wire.Referral(
        id=referral.id,
        number=referral.n,
        reason=referral.reason.value,
        language=referral.language,
        asked_at=referral.asked_at,
        check=referral.check,
        service=referral.service,
        service_name=service.name[language] if service else "",
        page=referral.page,
        about=referral.about(tx.catalogue).get(language, ""),
        taken=referral.taken_at is not None,
    )


def _handed_over(tx: Transaction, check_id: str, reason: str) -> str:
    """The service of a check, which the information desk finds from here on unless it is settled."""
    check = tx.checks.find(check_id)
    if check is None:
        raise Unknown("check", check_id)
    if check.day == tx.day and check.ticket is None and check.referred_at is None:
        tx.checks.save(replace(check, referred_at=tx.at, refer_reason=reason))
        tx.record(CheckReferred(check.id, check.outcome))
    return check.service


def _helped(tx: Transaction, referral: Referral) -> bool:
    """Whether the check led to a number, or the matter was settled, after the visitor had asked."""
    check = tx.checks.find(referral.check) if referral.check else None
    if check is None:
        return False
    ticket = tx.tickets.find(check.ticket) if check.ticket else None
    settled = ticket.issued_at if ticket else check.served_at
    return settled is not None and settled >= referral.asked_at
