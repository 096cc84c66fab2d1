"""The Atom feed of a briefing's changes."""

import xml.etree.ElementTree as ET

import pytest

from tests.support.project import Project, add_change

NAMES = {"a": "http://www.w3.org/2005/Atom"}


def feed(minimal: Project, language: str) -> ET.Element:
    assert minimal.run("build").status == 0
    path = minimal.output / language / "demo-2030" / "changes.xml"
    return ET.fromstring(path.read_bytes())  # noqa: S314 - our own file


@pytest.mark.parametrize(("language", "tag", "text"), [("zh", "zh-Hans", "更正。"), ("en", "en", "A correction.")])
def test_the_feed_is_atom_in_each_language(minimal: Project, language: str, tag: str, text: str) -> None:
    add_change(minimal, "second", "2030-02-01")
    root = feed(minimal, language)
    home = f"https://sample.example/sub/{language}/demo-2030/"
    assert root.tag == f"{{{NAMES['a']}}}feed"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == tag
    assert root.findtext("a:id", "", NAMES) == f"{home}changes/"
    assert root.findtext("a:updated", "", NAMES) == "2030-02-01T00:00:00Z"
    assert root.findtext("a:author/a:name", "", NAMES)
    links = {link.get("rel"): link.get("href") for link in root.findall("a:link", NAMES)}
    assert links == {"self": f"{home}changes.xml", "alternate": f"{home}changes/"}
    first = root.find("a:entry", NAMES)
    assert first is not None
    assert first.findtext("a:content", "", NAMES) == text
    assert all(first.findtext(f"a:{name}", "", NAMES) for name in ("title", "updated"))


def test_ids_and_dates_of_entries_last_newest_first(minimal: Project) -> None:
    def entries() -> list[tuple[str, str]]:
        found = feed(minimal, "en").findall("a:entry", NAMES)
        return [(each.findtext("a:id", "", NAMES), each.findtext("a:updated", "", NAMES)) for each in found]

    before = entries()
    assert before == [("https://sample.example/sub/en/demo-2030/changes/#c-first", "2030-01-03T00:00:00Z")]
    add_change(minimal, "second", "2030-02-01")
    assert [name.partition("#")[2] for name, _ in entries()] == ["c-second", "c-first"]
    assert entries()[1:] == before
    page = (minimal.output / "en/demo-2030/changes/index.html").read_text("utf-8")
    assert page.index("second") < page.index("first")


def test_markup_in_an_entry_does_not_break_the_feed(minimal: Project) -> None:
    minimal.replace(
        "content/demo-2030/changes.yaml",
        "zh: 首次发布。, en: Published for the first time.",
        'zh: "发布<b>&]]>", en: "<b>&]]>"',
    )
    root = feed(minimal, "en")
    assert root.findtext("a:entry/a:content", "", NAMES) == "<b>&]]>"
