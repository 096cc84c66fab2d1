"""The rules of single values: ids, amounts, periods, paragraphs, addresses."""

from __future__ import annotations

from briefing.problems import Rule

KINDS = {
    "place": ("places.yaml", "place: huayin", "place: huaying"),
    "indicator": ("indicators.yaml", "indicator: project-introduced", "indicator: projects-introduced"),
    "sector": ("sectors.yaml", "sector: machines", "sector: machinery"),
    "unit": ("units.yaml", "unit: projects", "unit: project"),
    "entity": ("entities.yaml", "entities: {north-prk: …}", "entities: {north-park: …}"),
    "mention": ("the entities of the speech", "entities: [south-park]", "entities: [north-park]"),
    "measure": ("the measures of the speech", "measure: scout", "measure: scouting"),
    "theme": ("the themes of site.yaml", "theme: promotions", "theme: investment-promotion"),
    "point": ("the points of briefing.yaml", "points: {approval: …}", "points: {approvals: …}"),
    "reason": ("the reasons of briefing.yaml", "reason: name", "reason: in-a-name"),
    "language": ("the languages of site.yaml", "cn: 招商", "zh: 招商"),
}
"""Where each kind of name is defined, and an example that is not and one that is."""
UNKNOWN = tuple(
    Rule(f"unknown-{kind}", f"A {kind} that is referred to is defined among {where}.", bad, good)
    for kind, (where, bad, good) in KINDS.items()
)
RULES = (
    *UNKNOWN,
    Rule(
        "slug",
        "Ids and folders are slugs, since they become addresses and names of files: a-z, 0-9 and single hyphens, at"
        " most 60 characters, and none of the names that Windows keeps for devices: con, prn, aux, nul, com1, lpt1 …",
        "New_Projects:",
        "new-projects:",
    ),
    Rule("empty-text", "A text holds at least one letter or digit.", 'en: ""', 'en: "Faster approvals"'),
    Rule(
        "period",
        "A period is a year, quarter, half-year or month, or unstated where the speech gives none.",
        "period: Q1 2023",
        "period: 2023-Q1",
    ),
    Rule(
        "amount",
        "An amount is a number as English reads it: digits, and at most one scale word.",
        "value: 387.6亿",
        "value: 38.76 billion",
    ),
    Rule(
        "value",
        "A figure has either a value, or, with the bound range, low and high, low being the smaller.",
        "value: 90\nlow: 2\nhigh: 4",
        "low: 2\nhigh: 4\nbound: range",
    ),
    Rule("paragraph", "Paragraphs are numbers, once each and ascending.", "at: [5, 2]", "at: [2, 5]"),
    Rule("duplicate", "Nothing stands twice in a list.", "places: [alpha, alpha]", "places: [alpha, beta]"),
    Rule("language-tag", "A language's tag is one of BCP 47.", "tag: zh_CN", "tag: zh-Hans"),
    Rule("unknown-locale", "A language's locale is one that CLDR has.", "locale: zh_XX", "locale: zh_Hans_CN"),
    Rule(
        "base-url",
        "The address of the site is http or https, with a path at most.",
        "base_url: example.org",
        "base_url: https://example.org/briefing/",
    ),
    Rule(
        "address",
        "An address under `moved` of site.yaml is written without the language, with a slash at its end.",
        "moved: {/zh/guangan-2023/huaying-city: guangan-2023/huaying/}",
        "moved: {guangan-2023/huaying-city/: guangan-2023/huaying/}",
    ),
    Rule(
        "unit-pattern",
        "A unit's patterns are by plural category or by value, hold {number} once, and include other.",
        'en: {one: "a project"}',
        'en: {one: "{number} project", other: "{number} projects"}',
    ),
    Rule("hash", "A hash has 16 digits; the program names it.", "of: abc", "of: 9f86d081884c7d65"),
    Rule("date", "A date is written year-month-day, in quotes.", 'date: "22/11/2026"', 'date: "2026-11-22"'),
)
