"""The rules of content by itself: of reading YAML, of what lies in the content folder, and of single values."""

from briefing.problems import Rule

READING = (
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
VALUES = (
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
