"""The rule behind each code that a problem may carry: data, in rules.yaml, so that it can be read and translated."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import yaml

Severity = Literal["error", "warning"]


@dataclass(frozen=True)
class Rule:
    """The meaning of a code: the rule, what to do, and a piece of a file that breaks it and one that keeps it."""

    code: str
    rule: str
    wrong: str
    right: str
    severity: Severity = "error"
    waivable: bool = False
    """Whether a waiver beside the text may set the rule aside."""


_data = yaml.load(Path(__file__).with_name("rules.yaml").read_text("utf-8"), yaml.CSafeLoader)
CHAPTERS: Mapping[str, tuple[Rule, ...]] = {
    title: tuple(Rule(code, **fields) for code, fields in rules.items()) for title, rules in _data.items()
}
"""The rules in the order of the handbook, by the title of its chapters."""
RULES: Mapping[str, Rule] = {rule.code: rule for rules in CHAPTERS.values() for rule in rules}
WAIVABLE = frozenset(rule.code for rule in RULES.values() if rule.waivable)
