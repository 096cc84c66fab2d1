"""Content that is refused: what stands in a file of the smallest site instead, and what the program must say of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tests.attacks.words import BRACED

SPEECH, ABOUT, CHANGES = "demo-2030/alpha.yaml", "demo-2030/briefing.yaml", "demo-2030/changes.yaml"


@dataclass(frozen=True)
class Refused:
    """A change of one file, and the code of the problem that it makes there."""

    file: str
    before: str
    after: str
    code: str


def quoted(text: str) -> str:
    """Write text as YAML that is ASCII: characters that no line may hold stand as escapes."""
    return json.dumps(text)


LINKS = {
    "javascript": "[x](javascript:alert(1))",
    "javascript in capitals": "[x](JaVaScRiPt:alert(1))",
    "javascript in entities": "[x](&#106;avascript&colon;alert(1))",
    "javascript with a tab": "[x](java&Tab;script:alert(1))",
    "javascript with a line end": "[x](java&NewLine;script:alert(1))",
    "javascript after a space": "[x](<  javascript:alert(1)>)",
    "javascript in percent signs": "[x](javascript%3Aalert(1))",
    "javascript with a comment": "[x](javascript://example.org/%0Aalert(1))",
    "javascript by reference": "[x][y]\n\n[y]: javascript:alert(1)",
    "data": "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "vbscript": "[x](vbscript:msgbox(1))",
    "blob": "[x](blob:https://attack.example/x)",
    "file": "[x](file:///etc/passwd)",
    "other host without a scheme": "[x](//attack.example/)",
    "other host by backslashes": "[x](\\\\\\\\attack.example/)",
    "path out of the site": "[x](../../../../etc/passwd)",
    "path from the root": "[x](/etc/passwd)",
    "file transfer": "<ftp://attack.example/>",
    "picture": "![x](https://attack.example/pixel.png)",
    "picture by reference": "![x][y]\n\n[y]: https://attack.example/pixel.png",
    "picture in a link": "[![x](https://attack.example/pixel.png)](https://example.org/)",
    "brackets without end": f"{'[' * 2_000}x",
}
"""Markdown that leads where no page may lead, or that loads something."""
BASE_URLS = {
    "header": "https://example.org/\r\nSet-Cookie: a=b",
    "line of a redirect": "https://example.org/\n/* https://attack.example/:splat 200",
    "line feed at the end": "https://example.org/\n",
    "markup": 'https://example.org/"><script>alert(1)</script>',
    "entity": "https://example.org/&quot;",
    "user": "https://example.org@attack.example/",
    "query": "https://example.org/?x=",
    "fragment": "https://example.org/#",
    "space": "https://example.org/ x",
    "backslash": "https:\\\\attack.example\\",
    "javascript": "javascript:alert(1)//",
    "data": "data:text/html,x",
    "file": "file:///etc/passwd",
    "no scheme": "//attack.example/",
    "letters that look alike": "https://ехample.org/",
    "percent signs": "https://example.org/%0d%0aX:%20y/",
    "statement of a template": "https://example.org/{{ 7*7 }}/",
    "nul": "https://example.org/\0",
    "end of a block": "https://example.org/;}",
}
MOVED = {
    "header": "old/\r\nSet-Cookie: a=b/",
    "line of a redirect": "old/\n/* https://attack.example/",
    "status of a redirect": "old/ 200!",
    "splat": "old/*",
    "end of a block": "old/;}location /{return 301 https://attack.example/;}",
    "variable of a server": "old/$http_host/",
    "pattern": "(.*)/",
    "other host": "//attack.example/",
    "scheme": "https://attack.example/",
    "path out of the site": "../../etc/",
    "parent folder": "old/../",
    "device": "con/",
    "three hundred letters": f"{'a' * 300}/",
    "hundreds of folders": "a/" * 300,
    "markup": 'old/"><script>alert(1)</script>/',
    "nul": "old\0/",
}
"""Addresses that have moved: they become folders, pages, and lines in the files that hosts read."""
TAGS = {
    "event handler": 'en" onload="alert(1)',
    "markup": "en><script>alert(1)</script>",
    "path": "../en",
    "line end": "en\n",
    "underscore": "en_GB",
    "full-width letters": "ｅｎ",
    "placeholder": "{tag}",
}
LOCALES = {
    "path": "../../../../etc/passwd",
    "nul": "en_GB\0",
    "line end": "en_GB\n",
    "placeholder": "{0.__class__}",
    "ten thousand letters": "a" * 9_999,
    "nothing but underscores": "_" * 9_999,
}
IDS = {
    "path out of the folder": "../../etc/passwd",
    "path from the root": "/etc/passwd",
    "path with backslashes": "..\\..\\windows",
    "parent folder": "..",
    "same folder": ".",
    "hidden file": ".git",
    "folder in a folder": "a/b",
    "drive": "c:x",
    "home": "~root",
    "variable": "$HOME",
    "option": "-rf",
    "device": "con",
    "device in capitals": "NUL",
    "device of old": "aux",
    "device with a number": "com1",
    "device with an ending": "aux.yaml",
    "printer": "lpt9",
    "percent signs": "%2e%2e%2f",
    "capital letter": "Alpha",
    "full-width letters": "ａｌｐｈａ",
    "letter that looks alike": "аlpha",
    "ligature": "ﬁeld",
    "accent of its own": "e\u0301lan",
    "invisible character": "al\u200bpha",
    "turned direction": "al\u202eahp",
    "line end": "alpha\n",
    "header": "alpha\r\nLocation: https://attack.example/",
    "nul": "alpha\0.yaml",
    "space": "alpha beta",
    "markup": '"><script>alert(1)</script>',
    "event handler": 'x" onclick="alert(1)',
    "template": "{{ 7*7 }}",
    "format": "{0.__class__}",
    "prototype": "__proto__",
    "class": "__class__",
    "formula": "=1+1",
    "nothing": "",
    "three hundred letters": "a" * 300,
    "nine hundred hyphens": f"a{'-' * 900}a",
}
DEFINED: tuple[tuple[str, str, str, str], ...] = (
    ("places.yaml", "beta:", "{}:", "slug"),
    ("sectors.yaml", "machinery:", "{}:", "slug"),
    ("indicators.yaml", "funding:", "{}:", "slug"),
    ("entities.yaml", "north-park:", "{}:", "slug"),
    ("glossary.yaml", "investment-promotion:", "{}:", "slug"),
    ("units.yaml", "cny:", "{}:", "slug"),
    ("site.yaml", "code: en", "code: {}", "slug"),
    ("site.yaml", "  promotion:", "  {}:", "slug"),
    (SPEECH, "  funds:", "  {}:", "slug"),
    (SPEECH, "id: scouting", "id: {}", "slug"),
    (ABOUT, "  approvals:", "  {}:", "slug"),
    (CHANGES, "id: first", "id: {}", "slug"),
)
"""Where ids are given: what stands there, and what a wrong one is."""
REFERRED: tuple[tuple[str, str, str, str], ...] = (
    ("site.yaml", "fallback: en", "fallback: {}", "unknown-language"),
    (SPEECH, "place: alpha", "place: {}", "unknown-place"),
    (SPEECH, "indicator: funding", "indicator: {}", "unknown-indicator"),
    (SPEECH, "unit: cny", "unit: {}", "unknown-unit"),
    (SPEECH, "sector: machinery", "sector: {}", "unknown-sector"),
    (SPEECH, "theme: promotion", "theme: {}", "unknown-theme"),
    (SPEECH, "entities: [north-park]", "entities: [{}]", "unknown-mention"),
    (SPEECH, "measure: scouting", "measure: {}", "unknown-measure"),
    (ABOUT, "[alpha, beta]", "[alpha, {}]", "unknown-place"),
    ("demo-2030/source.yaml", "beta:", "{}:", "unknown-place"),
)
"""Where ids are referred to, likewise."""
FIGURES = {
    "infinity": ("value: 90", "value: .inf", "ambiguous"),
    "no number": ("value: 90", "value: .nan", "ambiguous"),
    "exponent": ("value: 90", 'value: "1e400"', "amount"),
    "hexadecimal": ("value: 90", "value: 0x5a", "ambiguous"),
    "octal": ("value: 90", "value: 0132", "ambiguous"),
    "four thousand digits": ("value: 90", f"value: {'9' * 4_400}", "ambiguous"),
    "four thousand digits in quotes": ("value: 90", f'value: "{"9" * 4_400}"', "double-entry"),
    "four thousand decimals": ("value: 90", f'value: "0.{"9" * 4_400}"', "double-entry"),
    "formula of a spreadsheet": ("value: 90", 'value: "=1+1"', "amount"),
    "full-width digits": ("value: 90", "value: ９０", "amount"),
    "digits of another script": ("value: 90", "value: ٩٠", "amount"),
    "markup as a value": ("value: 90", 'value: "90<script>"', "amount"),
    "truth as a value": ("value: 90", "value: true", "wrong-type"),
    "mapping as a value": ("value: 90", "value: {__class__: x}", "wrong-type"),
    "markup in the wording": ('stated: "90个以上"', 'stated: "90个<img src=x>"', "double-entry"),
    "unit of markup": ("unit: project", 'unit: "<script>"', "unknown-unit"),
    "bound of markup": ("bound: at-least", 'bound: "<script>"', "unknown-word"),
    "claim of a class": ("claim: target", "claim: __class__", "unknown-word"),
    "period with markup": ("period: 2030\n", 'period: "2030<script>"\n', "period"),
    "period with a path": ("period: 2030\n", 'period: "../2030"\n', "period"),
    "period with a line end": ("period: 2030\n", 'period: "2030\\n"\n', "period"),
    "paragraph before the first": ("at: 1\nsummary", "at: -1\nsummary", "wrong-type"),
    "paragraph of eighteen digits": ("at: 1\nsummary", "at: 999999999999999999\nsummary", "wrong-type"),
    "paragraph of truth": ("at: 1\nsummary", "at: true\nsummary", "wrong-type"),
}
YAML = {
    "object": ("place: alpha", "place: !!python/object/apply:os.system [touch pwned]", "tag"),
    "object as a key": ("place: alpha", "? !!python/object/apply:os.system [touch pwned]\n: x\nplace: alpha", "key"),
    "tagged key": ("place: alpha", "!!python/name:os.system place: alpha", "tag"),
    "tag of its own": ("place: alpha", "place: !include /etc/passwd", "tag"),
    "declared tag": ("place: alpha", "%TAG ! tag:yaml.org,2002:python/\n---\nplace: !name:os.system x", "tag"),
    "binary": ("place: alpha", "place: !!binary YWxwaGE=", "tag"),
    "anchor of itself": ("place: alpha", "place: &a [*a]", "alias"),
    "merge": ("place: alpha", "<<: {place: alpha}", "unknown-key"),
    "key given twice": ("place: alpha", "place: beta\nplace: alpha", "duplicate-key"),
    "second document": ("place: alpha", "place: alpha\n---\nplace: alpha", "syntax"),
    "private member": ("place: alpha", "place: alpha\n__class__: x", "unknown-key"),
    "settings of the model": ("place: alpha", "place: alpha\nmodel_config: {extra: allow}", "unknown-key"),
    "id in a mapping": ("    indicator: funding", "    id: new-projects\n    indicator: funding", "unknown-key"),
    "nul": ("place: alpha", "place: al\0pha", "control-character"),
    "nul as an escape": ("en: Active scouting", 'en: "Active\\0scouting"', "control-character"),
    "command to a terminal": ("en: Active scouting", "en: Active \x1b[2Jscouting", "control-character"),
    "command to a terminal as an escape": ("en: Active scouting", 'en: "Active \\e[2Jscouting"', "control-character"),
    "command of one character": ("en: Active scouting", 'en: "Active \\x9b2Jscouting"', "control-character"),
    "line separator": ("en: Active scouting", "en: Active\u2028scouting", "control-character"),
    "line separator as an escape": ("en: Active scouting", 'en: "Active\\u2028scouting"', "control-character"),
    "half a character": ("en: Active scouting", 'en: "Active \\ud83d scouting"', "syntax"),
    "character beyond all": ("en: Active scouting", 'en: "Active \\U00110000 scouting"', "syntax"),
    "overlong bracket": ("en: Active scouting", "en: Active \udcc0\udcbcscript\udcc0\udcbe", "encoding"),
    "bytes of no character": ("en: Active scouting", "en: Active \udcff\udcfe scouting", "encoding"),
    "waiver of a figure": (
        "en: Active scouting}",
        "en: Active scouting, waive: [{code: double-entry, of: 0123456789abcdef, reason: x}]}",
        "unwaivable",
    ),
    "waiver of markup": (
        "en: Active scouting}",
        'en: Active scouting, waive: [{code: "<script>", of: 0123456789abcdef, reason: x}]}',
        "unwaivable",
    ),
}
UNSEEN = {
    "turned direction": "\u202e",
    "turned direction, kept apart": "\u2067",
    "end of a direction": "\u2069",
    "mark of direction": "\u200f",
    "space of no width": "\u200b",
    "joiner": "\u200d",
    "word joiner": "\u2060",
    "soft hyphen": "\u00ad",
    "filler of Hangul": "\u3164",
    "half-width filler of Hangul": "\uffa0",
    "vowel that is not seen": "\u17b4",
    "variation": "\ufe0f",
    "variation of Mongolian": "\u180f",
    "annotation": "\ufff9",
    "beam of a score": "\U0001d173",
    "shorthand": "\U0001bca0",
    "letter of a tag": "\U000e0041",
    "accent of its own": "\u0301",
}
REVIEWS = {
    "path out of the folder": '"../evil/x.yaml"',
    "file of another folder": '"demo-2030/x.yaml"',
    "command to a terminal": '"\\e]0;x\\a.yaml"',
    "lines of its own": '"x.yaml:\\n  y: {}\\nz"',
}
"""Files that reviews.yaml names."""


def _of_addresses() -> Iterator[tuple[str, Refused]]:
    for name, url in BASE_URLS.items():
        yield f"base_url: {name}", Refused("site.yaml", "https://sample.example/sub/", quoted(url), "base-url")
    for name, address in MOVED.items():
        for how, moved in (("from", f"{quoted(address)}: demo-2030/"), ("to", f"old/: {quoted(address)}")):
            after = f"moved: {{{moved}}}\nfallback: en"
            yield f"moved {how}: {name}", Refused("site.yaml", "fallback: en", after, "address")
    for name, tag in TAGS.items():
        yield f"tag: {name}", Refused("site.yaml", "tag: en,", f"tag: {quoted(tag)},", "language-tag")
    for name, locale in LOCALES.items():
        yield f"locale: {name}", Refused("site.yaml", "locale: en_GB", f"locale: {quoted(locale)}", "unknown-locale")


def _of_texts() -> Iterator[tuple[str, Refused]]:
    method, title = "{zh: 手工摘编。, en: Summarised by hand.}", "{zh: 主动招商, en: Active scouting}"
    for name, words in LINKS.items():
        yield f"link: {name}", Refused(ABOUT, method, f"{{zh: 摘编, en: {quoted(words)}}}", "markdown")
    for name, words in BRACED.items():
        yield f"braces: {name}", Refused(SPEECH, title, f"{{zh: 招商, en: {quoted(words)}}}", "citation")
    for name, character in UNSEEN.items():
        for how, written in (("", character), (", as an escape", f"\\U{ord(character):08x}")):
            code = "not-nfc" if name == "accent of its own" else "invisible-character"
            yield f"unseen: {name}{how}", Refused(SPEECH, title, f'{{zh: 主动招商, en: "Cafe{written}"}}', code)


def _of_records() -> Iterator[tuple[str, Refused]]:
    for kind, changes in {"figure": FIGURES, "yaml": YAML}.items():
        yield from ((f"{kind}: {name}", Refused(SPEECH, *change)) for name, change in changes.items())
    for name, file in REVIEWS.items():
        after = f'{file}:\n  x: {{reviewer: R. Reader, date: "2030-01-02"}}\nsite.yaml:'
        yield f"review: {name}", Refused("reviews.yaml", "site.yaml:", after, "unknown-key")


REFUSED: Mapping[str, Refused] = {**dict(_of_addresses()), **dict(_of_texts()), **dict(_of_records())}
"""Every such change, by name."""
