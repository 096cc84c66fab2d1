"""The content of a page for print: nothing collapsed, links within the document."""

import xml.etree.ElementTree as ET
from collections.abc import Mapping
from urllib.parse import urljoin

import tinyhtml5
from markupsafe import Markup

from briefing.urls import INDEX


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
