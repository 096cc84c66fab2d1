"""Every code that a problem may carry, with its rule, gathered from the packages that report them."""

from collections.abc import Iterable, Mapping

from briefing import checks
from briefing.content.rules import READING, VALUES
from briefing.linkcheck import redirects
from briefing.problems import Problem, Rule
from briefing.render.rules import RULES as TEMPLATES

CHAPTERS: Mapping[str, tuple[Rule, ...]] = {
    "Checks of meaning": (*checks.RULES, *redirects.RULES),
    "Values": VALUES,
    "Reading files": READING,
    "Templates and catalogs": TEMPLATES,
}
RULES: Mapping[str, Rule] = {rule.code: rule for rules in CHAPTERS.values() for rule in rules}


def failing(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Return True if problems stop a build: any error does, and with `strict` any warning."""
    return any(strict or RULES[problem.code].severity == "error" for problem in problems)
