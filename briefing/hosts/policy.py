"""The headers of the site's files for every host: what pages may load, how long files are cached, their types."""

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
UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
"""The features of browsers that no page may use."""


def content_policy(*, based: bool = False) -> str:
    """Return the Content Security Policy that a page carries in itself.

    `based` is for the page of an address that does not exist: its <base> makes its links work at any depth.
    """
    directives = DIRECTIVES | ({"base-uri": "'self'"} if based else {})
    return "; ".join(f"{name} {value}" for name, value in directives.items())


HEADERS = {
    # One policy goes with all pages, so it has to allow a <base>; browsers obey frame-ancestors in a header only.
    "Content-Security-Policy": f"{content_policy(based=True)}; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in UNUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""The headers of every answer."""
CACHE = "Cache-Control"
REVALIDATED = "public, max-age=0, must-revalidate"
"""How pages are cached: the default of Netlify and Cloudflare."""
CACHED = {
    STATIC: "public, max-age=31536000, immutable",  # a changed file has another name
    DATA: "public, max-age=600",
}
"""How the files of a folder are cached."""
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
"""The type of a file by the ending of its name."""
TYPES_OF_NAMES = {FEED: "application/atom+xml; charset=utf-8"}
"""The type of a file by its whole name."""
