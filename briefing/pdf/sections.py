"""The content of a page for print: nothing collapsed, links within the document, and tables that fit on paper."""

import copy
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

import tinyhtml5
from markupsafe import Markup

from briefing.render.page import Page
from briefing.urls import INDEX

MOST_PLACES = 8
"""The number of places for which a page of the comparison has room, side by side."""


@dataclass(frozen=True)
class Links:
    """The pages that a document contains, by file: the anchor of the section of each."""

    base_url: str
    anchors: Mapping[str, str]

    def href(self, page: Page, href: str) -> str:
        """Return the target of a link of a page: within the document, or else the absolute address."""
        address, hash_, fragment = urljoin(self.base_url + page.file, href).partition("#")
        if not address.startswith(self.base_url):
            return address + hash_ + fragment
        anchor = self.anchors.get(address.removeprefix(self.base_url))
        return f"#{anchored(anchor, fragment)}" if anchor else address.removesuffix(INDEX) + hash_ + fragment


def anchored(anchor: str, fragment: str) -> str:
    """Return the id of an element of a section, or of the section itself; pages share ids, which a document may not."""
    return f"{anchor}:{fragment}" if fragment else anchor


def section_html(html: bytes, page: Page, links: Links) -> Markup:
    """Return the content of a rendered page as a section."""
    document = tinyhtml5.parse(html, namespace_html_elements=False)
    main = next(iter(document.iter("main")))
    for element in main.iter():
        for name in ("hidden", "popover"):  # on paper nobody can open anything
            element.attrib.pop(name, None)
        if target := element.attrib.pop("popovertarget", None):  # the button of a term becomes a link to its note
            element.tag = "a"
            element.set("href", f"#{target}")
        if "id" in element.attrib:
            element.set("id", anchored(links.anchors[page.file], element.attrib["id"]))
        if "href" in element.attrib:
            element.set("href", links.href(page, element.attrib["href"]))
    for parent in list(main.iter()):
        for table in parent.findall("table"):
            if table.get("class") == "comparison":
                at = list(parent).index(table)
                parent[at : at + 1] = transposed(table)
    inner = (ET.tostring(child, encoding="unicode", method="html") for child in main)
    return Markup("".join(inner))  # noqa: S704 - the site's own page, escaped when it was rendered


def transposed(table: ET.Element) -> Sequence[ET.Element]:
    """Return the comparison with places across and indicators down, in several tables if there are many places.

    Its columns are more than fit on paper, which does not scroll.
    """
    labels, *places = [list(row) for row in table.iter("tr")]
    tables = []
    for start in range(0, len(places), MOST_PLACES):
        columns = places[start : start + MOST_PLACES]
        turned = ET.Element("table", table.attrib)
        head, body = ET.SubElement(turned, "thead"), ET.SubElement(turned, "tbody")
        for number, label in enumerate(labels):
            row = ET.SubElement(body if number else head, "tr")
            row.extend([copy.deepcopy(label), *(place[number] for place in columns)])
            for cell in row[:1] if number else row:
                cell.set("scope", "row" if number else "col")
        tables.append(turned)
    return tables
