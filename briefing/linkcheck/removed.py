"""Addresses that are published and would be no more: whoever has written one down is to be led on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.content.site import Site
from briefing.engine.cache import Made
from briefing.engine.outputs import Nowhere
from briefing.engine.parts import Workshop
from briefing.problems import Problem
from briefing.redirects import leads_on
from briefing.urls import INDEX


def vanished(store: Nowhere, workshop: Workshop, made: Sequence[Made]) -> Iterator[Problem]:
    """Find what has a page in the present site and none in the next, and where nothing leads on; once, not by language.

    What is below a briefing that is gone goes with it, as it moves with it.
    """
    publication = workshop.hosting.publication
    files = set().union(*(each.files for each in made))
    known = [each.part for each in made if each.known]
    gone = {
        address
        for code in publication.languages
        for address in store.addresses(code, known)
        if f"{code}/{address}{INDEX}" not in files and not leads_on(publication.moved, address)
    }
    for address in sorted(gone):
        if address.count("/") == 1 or f"{address.partition('/')[0]}/" not in gone:
            yield _problem(workshop.renderer.site, address)


def _problem(site: Site, address: str) -> Problem:
    message = (
        f"'{address}' is published, and would have no page any more;"
        " say under 'moved' where its readers are to be led, or build once without --strict to let it go"
    )
    return Problem(site.setting("moved"), "address-gone", message)
