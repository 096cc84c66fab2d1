"""The words for the vocabularies of the model that pages need in more than one language at once."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.content.values import Claim, EntityKind
from briefing.i18n.catalogs import marked as _

CLAIMS_IN_WORDS: Mapping[Claim, str] = {
    "target": _("target"),
    "actual": _("result"),
    "plan": _("plan"),
    "incentive": _("incentive"),
    "commitment": _("commitment"),
    "context": _("background"),
}
ENTITY_KINDS_IN_WORDS: Mapping[EntityKind, str] = {
    "company": _("Companies"),
    "project": _("Projects"),
    "park": _("Parks and platforms"),
    "institution": _("Institutions and funds"),
    "programme": _("Programmes and mechanisms"),
    "policy": _("Policies"),
}
