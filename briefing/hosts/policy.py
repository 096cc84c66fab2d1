"""What every host is to say of the site's files: what they may do, how long they keep, of what type they are."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.urls import DATA, FEED, STATIC

DIRECTIVES = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
BASED = {"base-uri": "'self'"}
"""What a page for an address that does not exist needs besides: it says where its links start from."""
FRAMING = {"frame-ancestors": "'none'"}
"""What only a header can say."""
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""The features of browsers that might be asked for on the site's behalf, and never are."""


def content_policy(*, based: bool = False) -> str:
    """Return the Content Security Policy that a page carries in itself."""
    return _written(DIRECTIVES | (BASED if based else {}))


def _written(directives: Mapping[str, str]) -> str:
    return "; ".join(f"{name} {value}" for name, value in directives.items())


HEADERS = {
    # Looser by BASED than most pages are by themselves: hosts send one policy with all of them.
    "Content-Security-Policy": _written(DIRECTIVES | BASED | FRAMING),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""The headers of every answer."""
CACHE = "Cache-Control"
REVALIDATED = "public, max-age=0, must-revalidate"
"""How pages are kept: as Netlify and Cloudflare have it by themselves."""
KEPT = {
    STATIC: "public, max-age=31536000, immutable",  # a new content has a new name
    DATA: "public, max-age=600",
}
"""How the files of a folder are kept."""
TYPE = "Content-Type"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "xml": "application/xml; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "ico": "image/vnd.microsoft.icon",
}
"""The type of a file, by what its name ends with."""
TYPES_OF_NAMES = {FEED: "application/atom+xml; charset=utf-8"}
"""The type of a file, by its name alone."""
