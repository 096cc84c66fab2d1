"""The rules of reading a YAML file and of what lies in the content folder."""

from __future__ import annotations

from briefing.problems import Rule

RULES = (
    Rule(
        "syntax",
        "The file is YAML. Most often a quote, colon, bracket or indentation is missing on the line or just above.",
        'title: {zh: 招商, en: "Promotion}',
        'title: {zh: 招商, en: "Promotion"}',
    ),
    Rule("tab", "YAML is indented with spaces, never with tabs.", "figures:\n\tfunds:", "figures:\n  funds:"),
    Rule("encoding", "Every file is UTF-8.", "a file saved as GBK", "the same file saved as UTF-8"),
    Rule(
        "control-character",
        "No text holds a control character; they come with copying from other programs and are not seen.",
        'en: "a park\\x07"',
        'en: "a park"',
    ),
    Rule("empty-file", "A file says something, or is not there.", "an empty sectors.yaml", "machinery:\n  name: …"),
    Rule(
        "duplicate-key",
        "A key stands once: of two, YAML would silently keep the last.",
        "claim: target\nclaim: plan",
        "claim: target",
    ),
    Rule(
        "alias",
        "Text is written where it is read: aliases (*name) stand for other text and can be made to grow without end.",
        "en: *name",
        "en: North Park",
    ),
    Rule("tag", "Values have no YAML tags.", "value: !!python/object x", "value: 90"),
    Rule("key", "A key is a word.", "[a, b]: text", "a: text"),
    Rule("too-deep", "Nothing is nested more than 32 deep.", "[[[[[[…]]]]]]", "[a, b]"),
    Rule(
        "too-large",
        "A file has at most two million bytes and thirty thousand keys and values, a text ten thousand characters.",
        "everything in one file",
        "a file for each speech",
    ),
    Rule("unreadable", "Every file can be read.", "a file without read permission", "chmod u+r FILE"),
    Rule(
        "empty-value",
        "A key has a value; where there is nothing to say, the key is left out.",
        "period:",
        "period: 2023",
    ),
    Rule(
        "ambiguous",
        "What YAML programs read as something other than it looks (no, 012, 2023-01-28, ~) stands in quotes.",
        "en: no",
        'en: "no"',
    ),
    Rule(
        "unknown-key",
        "Only the keys of the model are known: a misspelt key would be lost.",
        "statd: 90个",
        "stated: 90个",
    ),
    Rule("missing-key", "A record has every key that its kind needs.", "a figure without unit", "unit: project"),
    Rule(
        "unknown-word",
        "Some keys take one of a few words, such as claim, bound, role and kind.",
        "claim: goal",
        "claim: target",
    ),
    Rule("wrong-type", "A value is of the kind that its key takes.", "places: huaying", "places: [huaying]"),
    Rule(
        "missing-file",
        "site.yaml, the shared files, and the files of a briefing are all there.",
        "places: [huaying], and no huaying.yaml",
        "build.py new speech huaying",
    ),
    Rule(
        "leads-out",
        "No file of the content, and no static file of the templates, is a link to something outside of its folder: the"
        " site, or a message, would show what lies there.",
        "content/places.yaml -> /home/somebody/places.yaml",
        "content/places.yaml",
    ),
    Rule(
        "unnamed-file",
        "No file lies in the content folder that nothing names: it would be lost without a word.",
        "huayin.yaml beside places: [huaying]",
        "huaying.yaml beside places: [huaying]",
    ),
    Rule(
        "defined-twice",
        "A briefing's own entities.yaml holds entities that no other briefing names; those of several stand in the"
        " entities.yaml that all share, and in no other.",
        "guangan-2023/entities.yaml and entities.yaml both have north-park",
        "entities.yaml has north-park",
    ),
    Rule(
        "no-briefing",
        "There is at least one briefing: a folder with a briefing.yaml.",
        "a content folder without one",
        "build.py new briefing guangan-2024",
    ),
    Rule(
        "source-text",
        "A text for build.py index has a line '## slug · name' before each speech and a line '[n] …' for each"
        " paragraph, counting from 0, the speech's own headline.",
        "## huaying · 华蓥市\n[1] …",
        "## huaying · 华蓥市\n[0] …\n[1] …",
    ),
)
