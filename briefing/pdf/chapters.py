"""The content of a page made fit for paper: everything opened, links that lead within the book, and tables turned."""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

import tinyhtml5
from markupsafe import Markup

from briefing.render.page import Page
from briefing.urls import INDEX

ACROSS = 8
"""How many places a page of the comparison has room for, side by side."""
COLLAPSING = ("hidden", "popover")


@dataclass(frozen=True)
class Binding:
    """Which addresses of the site a book holds, and the name of the chapter for each."""

    base_url: str
    anchors: Mapping[str, str]

    def href(self, page: Page, href: str) -> str:
        """Return where a link of a page leads: into the book, or to the whole address."""
        address, hash_, fragment = urljoin(self.base_url + page.file, href).partition("#")
        if address in self.anchors:
            return f"#{within(self.anchors[address], fragment)}"
        ours = address.startswith(self.base_url)
        return (address.removesuffix(INDEX) if ours else address) + hash_ + fragment


def within(anchor: str, fragment: str) -> str:
    """Return the name of an element of a chapter: pages use the same ids, a book must not."""
    return f"{anchor}:{fragment}" if fragment else anchor


def chapter(html: bytes, page: Page, binding: Binding) -> Markup:
    """Return the content of a rendered page as a chapter."""
    document = tinyhtml5.parse(html, namespace_html_elements=False)
    main = next(iter(document.iter("main")))
    anchor = binding.anchors[urljoin(binding.base_url, page.file)]
    for element in main.iter():
        _open(element)
        _bind(element, page, binding, anchor)
    _turn_all(main)
    inner = (ET.tostring(child, encoding="unicode", method="html") for child in main)
    return Markup("".join(inner))  # noqa: S704 - the site's own page, escaped when it was rendered


def _open(element: ET.Element) -> None:
    """Show what a reader of the site would open: on paper nobody can. A term's button becomes a link to its note."""
    for name in COLLAPSING:
        element.attrib.pop(name, None)
    if target := element.attrib.pop("popovertarget", None):
        element.tag = "a"
        element.set("href", f"#{target}")


def _bind(element: ET.Element, page: Page, binding: Binding, anchor: str) -> None:
    if "id" in element.attrib:
        element.set("id", within(anchor, element.attrib["id"]))
    if "href" in element.attrib:
        element.set("href", binding.href(page, element.attrib["href"]))


def _turn_all(main: ET.Element) -> None:
    for parent in list(main.iter()):
        for table in parent.findall("table"):
            if table.get("class") == "comparison":
                at = list(parent).index(table)
                parent[at : at + 1] = _turned(table)


def _turned(table: ET.Element) -> Sequence[ET.Element]:
    """Turn the comparison: places across, indicators down. Columns are many, and paper does not scroll."""
    heads, *rows = [list(row) for row in table.iter("tr")]
    return [_side(table, heads, rows[start : start + ACROSS]) for start in range(0, len(rows), ACROSS)]


def _side(table: ET.Element, heads: Sequence[ET.Element], places: Sequence[Sequence[ET.Element]]) -> ET.Element:
    turned = ET.Element("table", table.attrib)
    head = _row(ET.SubElement(turned, "thead"), heads[0], [place[0] for place in places])
    for cell in head:
        cell.set("scope", "col")
    body = ET.SubElement(turned, "tbody")
    for number, label in enumerate(heads[1:], 1):
        _row(body, label, [place[number] for place in places])[0].set("scope", "row")
    return turned


def _row(parent: ET.Element, label: ET.Element, cells: Sequence[ET.Element]) -> ET.Element:
    row = ET.SubElement(parent, "tr")
    row.extend([copy.deepcopy(label), *cells])
    return row
