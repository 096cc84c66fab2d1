"""Every code a problem may carry, with its rule: what `build.py explain` prints and docs/checks.md holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing import checks
from briefing.engine.rules import reading, templates, values
from briefing.problems import Problem, Rule, UsageError, did_you_mean

CHAPTERS: Mapping[str, tuple[Rule, ...]] = {
    "Checks of meaning": checks.RULES,
    "Values": values.RULES,
    "Reading files": reading.RULES,
    "Templates and catalogs": templates.RULES,
}
INTRODUCTION = (
    "Every problem carries one of these codes; `python build.py explain CODE` prints one of them. Errors stop the"
    " build, warnings do not; with `--strict` they do. This page is written by `python build.py explain`.\n"
)
RULES: Mapping[str, Rule] = {rule.code: rule for rules in CHAPTERS.values() for rule in rules}


def failing(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Say whether problems stop a build: any error does, and, where the rules are strict, any warning."""
    return any(strict or RULES[problem.code].severity == "error" for problem in problems)


def explain(code: str) -> str:
    """Return the rule of a code with an example that breaks it and one that keeps it.

    Raises UsageError where there is no such code.
    """
    if code not in RULES:
        message = f"there is no code '{code}'; {did_you_mean(code, RULES)}"
        raise UsageError(message)
    rule = RULES[code]
    kind = rule.severity + (", may be waived beside the text" if rule.waivable else "")
    return f"{rule.code} ({kind})\n\n{rule.rule}\n\nWrong:\n{_indented(rule.bad)}\n\nRight:\n{_indented(rule.good)}\n"


def handbook() -> str:
    """Return all rules as a Markdown page."""
    parts = [
        "# Checks\n",
        INTRODUCTION,
    ]
    for title, rules in CHAPTERS.items():
        parts += [f"## {title}\n", *(_section(rule) for rule in rules)]
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    kind = f"{rule.severity.capitalize()}{', waivable' if rule.waivable else ''}. "
    return f"### {rule.code}\n\n{kind}{rule.rule}\n\nWrong:\n\n{_fenced(rule.bad)}\n\nRight:\n\n{_fenced(rule.good)}\n"


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def _fenced(text: str) -> str:
    return f"```\n{text}\n```"
