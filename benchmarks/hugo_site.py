"""Write a site for Hugo with the comparisons and places of a site of ours: hugo_site.py CONTENT SITE FOLDER.

Each page is a file whose front matter holds what the page shows. Figures, measures and entities are those of the JSON
download; prose, graphics, dates, short forms and ranks, which it has not as pages write them, come from our pages.
This is done before anything is measured, which favours Hugo. Interface words, groups, tables and links are left to it.
"""

import json
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po

Record = dict[str, Any]
Figures = dict[tuple[str, str], Record]
"""Figures by the ids of their place and their own."""
HERE = Path(__file__).resolve().parent
CATALOGS = HERE.parent / "templates" / "locales"
PATTERNS = yaml.load((HERE / "patterns.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)


def main(content: Path, site: Path, folder: Path) -> None:
    """Write the configuration, the words of the interface, and a file for each page."""
    shutil.copytree(HERE / "layouts", folder / "layouts")
    settings = yaml.load((content / "site.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    codes = [each["code"] for each in settings["languages"]]
    for code in codes:
        write(folder / "i18n" / f"{code}.json", list(messages(code)))
        for file in site.glob("data/*.json"):
            if "briefing" in (data := json.loads(curly(file.read_text("utf-8")))):
                for name, page in Pages(data, site / code / data["briefing"]["id"], code, codes).all():
                    write(folder / "content" / data["briefing"]["id"] / f"{name}.{code}.md", page)
    html = next(site.glob("*/*/data/index.html")).read_text("utf-8")
    write(folder / "hugo.json", configuration(settings, re.findall(r'"[./]*(static/[^"]+)"', html)))


def write(file: Path, data: object) -> None:
    """Write a file of JSON."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def configuration(settings: Record, assets: Sequence[str]) -> Record:
    """Return Hugo's configuration, with what all pages show: languages, themes, the files that they load."""
    languages = {}
    for number, each in enumerate(settings["languages"], 1):
        code, parts = each["code"], each["locale"].split("_")
        each["region"] = f"{parts[0]}_{parts[-1]}"
        themes = [{"id": name, "name": theme["name"][code]} for name, theme in settings["themes"].items()]
        own = {**each, "heading": settings["title"][code], "themes": themes}
        languages[code] = {"weight": number, "label": each["name"], "params": own}
    return {
        "baseURL": settings["base_url"],
        "defaultContentLanguage": settings["fallback"],
        "defaultContentLanguageInSubdir": True,
        "disableDefaultLanguageRedirect": True,
        "disableKinds": ["home", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
        "languages": languages,
        "params": {"assets": assets, "all": settings["languages"], "fallback": settings["fallback"]},
    }


def messages(code: str) -> Iterator[Record]:
    """Yield the words of the interface in Hugo's form; the id of each is its context and its English wording."""
    with (CATALOGS / code.replace("en", "zh") / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        for message in filter(lambda each: each.id, read_po(stream, charset="utf-8")):
            ids = [message.id] if isinstance(message.id, str) else list(message.id)
            words = [message.string] if isinstance(message.string, str) else list(message.string or ids)
            forms = [re.sub(r"%\((\w+)\)s", r"{{ .\1 }}", curly(form)) for form in (ids if code == "en" else words)]
            name = f"{message.context}: {ids[0]}" if message.context else ids[0]
            yield {"id": name, "one": forms[0], "other": forms[-1]}


def curly(text: str) -> str:
    """Return a text with apostrophes as pages show them."""
    return text.replace("'", "’")


def found(pattern: str, html: str) -> list[Record]:
    """Return the groups of each match of a pattern; the empty text for a group that takes no part."""
    matches = (match.groupdict("") for match in re.finditer(PATTERNS[pattern], html, re.DOTALL))
    return [{key: text if key.endswith("_html") else unescape(text) for key, text in each.items()} for each in matches]


@dataclass(frozen=True)
class Pages:
    """The comparison of a briefing and its places in one language, as front matter."""

    data: Record
    folder: Path
    code: str
    codes: Sequence[str]

    def all(self) -> Iterator[tuple[str, Record]]:
        """Yield the pages by the names of their files."""
        html = (self.folder / "index.html").read_text("utf-8")
        places = found("place", html)
        figures: Figures = {}
        for place in places:
            page = (self.folder / place["id"] / "index.html").read_text("utf-8")
            own = {each["id"]: each for each in found("said", html) if each["place"] == place["id"]}
            shown = self.place(page, place["id"], places, own)
            yield place["id"], self.front_matter("place", page, f"{place['id']}/", shown)
            figures |= {(place["id"], each["id"]): {**each, "citations": []} for each in shown["figures"]}
        choices = [each | {"options": found("option", each.pop("options_html"))} for each in found("choice", html)]
        questions = [self.question(each, figures) for each in found("question", html)]
        shown = {"places": places, "questions": questions, "choices": choices}
        yield "_index", self.front_matter("comparison", html, "", shown)

    def question(self, question: Record, figures: Figures) -> Record:
        """Return a question of the comparison with its columns, and in each cell of its rows the figures or words."""
        head, rows = question.pop("head_html"), found("row", question["rows_html"])
        for row in rows:
            row["cells"] = [
                {"one": cell["one"], "parts": [self.part(each, figures) for each in found("part", cell["parts_html"])]}
                for cell in found("cell", row.pop("cells_html"))
            ]
        charts = re.findall("<figure.*</figure>", question.pop("rows_html"), re.DOTALL)
        return {**question, "columns": found("column", head)[1:], "rows": rows, "chart_html": "".join(charts)}

    def part(self, part: Record, figures: Figures) -> Record:
        """Return what a cell says of one indicator: figures by note and scope; or of one point or role: words."""
        html = part.pop("said_html")
        alike = [
            [[figures[each["place"], each["id"]] for each in found("said", one)] for one in noted.split("<div>")[1:]]
            for noted in html.split('<div class="like">')[1:]
        ]
        return {**part, **found("what", html)[0], "alike": alike, "words": [] if alike else found("words", html)}

    def place(self, html: str, place: str, places: Sequence[Record], said: Record) -> Record:
        """Return the content of the page of a place, without its frame; `said` is what the comparison says of it."""
        figures, measures, entities = (self.rows(table, place) for table in ("figures", "measures", "entities"))
        for each in found("figure", html):
            relations = each.pop("about_html").split(' <span class="note">')[0]
            if figures[each["id"]]["scope_text"]:
                relations = relations.partition("</span>")[2]
            more = {"relations_html": relations, "citations": found("citation", each.pop("citations_html"))}
            figures[each["id"]] |= said[each["id"]] | each | more
        for each in found("measure", html):
            measures[each["id"]] |= each
        missing = html.partition('<h2 id="not-stated">')[2].partition("</section>")[0]
        return {
            **found("title", html)[0],
            "id": place,
            "places": places,
            "keys": [figures[each["id"]] | each for each in found("key", html)],
            "figures": list(figures.values()),
            "measures": list(measures.values()),
            "roles": [each | {"sectors": found("sector", each.pop("sectors_html"))} for each in found("role", html)],
            "entities": [entities[each["id"]] | each for each in found("entity", html)],
            "open": found("open", missing),
            "nothing_on": [unescape(each) for each in re.findall("<dd>([^<]*)</dd>", missing)],
            "paragraphs": [int(number) for number in re.findall(r'id="p(\d+)" popover', html)],
            "terms": found("term", html),
        }

    def rows(self, table: str, place: str) -> dict[str, Record]:
        """Return the rows of a place in a table of the JSON download, by id; `title_en` is their `title_text`."""
        left_out = tuple(f"_{code}" for code in self.codes if code != self.code)
        rows = {row["id"].rpartition("/")[2]: row for row in self.data[table] if row["place"] == place and row["id"]}
        for name, row in rows.items():
            texts = {key.replace(f"_{self.code}", "_text"): row[key] for key in row if not key.endswith(left_out)}
            rows[name] = {**texts, "native": row.get(f"name_{self.codes[0]}")}
        return rows

    def front_matter(self, layout: str, html: str, path: str, shown: Record) -> Record:
        """Return the front matter of a page, with what its frame shows."""
        briefing, frame = self.data["briefing"], found("frame", html)[0]
        texts = {key: briefing[f"{key}_{self.code}"] for key in ("source", "publisher", "compiler")}
        params = {
            **shown,
            **{key: frame[key] for key in ("data_html", "overview", "maker")},
            "citations": found("citation", frame["citations_html"]),
            "briefing": {"id": briefing["id"], "year": briefing["year"], **texts},
            "address": f"{briefing['id']}/{path}",
            "up": "../" if path else "",
            "home": "../../" if path else "../",
        }
        return {"layout": layout, "title": frame["title"], "description": frame["description"], "params": params}


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
