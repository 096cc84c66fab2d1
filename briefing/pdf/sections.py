"""The content of a page for print: nothing collapsed, links within the document, and tables that fit on paper."""

import copy
import xml.etree.ElementTree as ET
from collections.abc import Mapping, Sequence
from urllib.parse import urljoin

import tinyhtml5
from markupsafe import Markup

from briefing.urls import INDEX

MOST_PLACES = 8
"""The number of places for which a page of the comparison has room, side by side."""


def section_html(html: bytes, file: str, base_url: str, anchors: Mapping[str, str]) -> Markup:
    """Return the content of a rendered page as a section; `anchors` are those of all sections, by file."""
    document = tinyhtml5.parse(html, namespace_html_elements=False)
    main = next(iter(document.iter("main")))
    for element in main.iter():
        for name in ("hidden", "popover"):  # on paper nobody can open anything
            element.attrib.pop(name, None)
        if target := element.attrib.pop("popovertarget", None):  # the button of a term becomes a link to its note
            element.tag = "a"
            element.set("href", f"#{target}")
        if "id" in element.attrib:
            element.set("id", f"{anchors[file]}:{element.attrib['id']}")  # pages share ids, which a document may not
        if "href" in element.attrib:
            element.set("href", link_target(urljoin(base_url + file, element.attrib["href"]), base_url, anchors))
    for parent in list(main.iter()):
        for table in parent.findall("table"):
            if table.get("class") == "comparison":
                at = list(parent).index(table)
                parent[at : at + 1] = transposed(table)
    inner = (ET.tostring(child, encoding="unicode", method="html") for child in main)
    return Markup("".join(inner))  # noqa: S704 - the site's own page, escaped when it was rendered


def link_target(address: str, base_url: str, anchors: Mapping[str, str]) -> str:
    """Return the target of a link by its absolute address: an element of the document if it contains the page."""
    page, hash_, fragment = address.partition("#")
    if not page.startswith(base_url):
        return address
    anchor = anchors.get(page.removeprefix(base_url))
    if anchor is None:
        return page.removesuffix(INDEX) + hash_ + fragment
    return f"#{anchor}:{fragment}" if fragment else f"#{anchor}"


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
