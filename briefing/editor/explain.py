"""`build.py explain`: the rule behind a code, or all rules as the Markdown page docs/checks.md."""

from briefing.problems import UsageError, did_you_mean
from briefing.rules import CHAPTERS, RULES

INTRODUCTION = (
    "Every problem carries one of these codes; `python build.py explain CODE` prints one of them. Errors stop the"
    " build, warnings do not; with `--strict` they do. This page is written by `python build.py explain`.\n"
)


def explain(code: str) -> str:
    """Return the rule of a code with an example that breaks it and one that keeps it. Raises UsageError if unknown."""
    if code not in RULES:
        raise UsageError(f"there is no code '{code}'; {did_you_mean(code, RULES)}")
    rule = RULES[code]
    kind = rule.severity + (", may be waived beside the text" if rule.waivable else "")
    bad, good = (example.replace("\n", "\n    ") for example in (rule.wrong, rule.right))
    return f"{rule.code} ({kind})\n\n{rule.rule}\n\nWrong:\n    {bad}\n\nRight:\n    {good}\n"


def handbook() -> str:
    """Return all rules as a Markdown page."""
    parts = ["# Checks\n", INTRODUCTION]
    for title, rules in CHAPTERS.items():
        parts.append(f"## {title}\n")
        for rule in rules:
            kind = f"{rule.severity.capitalize()}{', waivable' if rule.waivable else ''}. "
            bad, good = (f"```\n{example}\n```" for example in (rule.wrong, rule.right))
            parts.append(f"### {rule.code}\n\n{kind}{rule.rule}\n\nWrong:\n\n{bad}\n\nRight:\n\n{good}\n")
    return "\n".join(parts)
