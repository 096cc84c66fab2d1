"""The preview's server: files from memory, and nothing else of this machine; for this machine only."""

import json
import re
from collections.abc import AsyncIterator
from importlib.resources import files
from pathlib import PurePosixPath

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from briefing.engine.reports import as_text
from briefing.hosts.policy import TYPES, TYPES_OF_NAMES
from briefing.preview.site import PreviewSite
from briefing.urls import INDEX

OWN = "/~preview"
"""The folder of the addresses that the preview adds: no page of a site has such an address."""
HOSTS = ["127.0.0.1", "localhost"]
"""The host names that are answered: another site could let a name of its own stand for this machine."""
FRESH = {"Cache-Control": "no-store"}
EMPTY = b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body></body></html>'
"""The page that shows the problems where no page without errors was ever built."""
BASE = re.compile(rb'<base href="[^"]*"')
"""The base of the links of a page that is served at any address, such as 404.html: here the site stands at the root."""


def application(site: PreviewSite) -> Starlette:
    """Return the application that serves a site."""
    server = Server(site)
    client = {name: files(__package__).joinpath(name).read_bytes() for name in ("client.js", "client.css")}
    routes = [
        *(Route(f"{OWN}/{name}", Response(data, 200, FRESH, _type(name))) for name, data in client.items()),
        Route(f"{OWN}/events", server.events),
        Route("/{path:path}", server.file),
    ]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)])


class Server:
    """The answers to requests, by kind of address."""

    def __init__(self, site: PreviewSite) -> None:
        self.site = site

    async def file(self, request: Request) -> Response:
        """Answer with a file of the site; a page gets the script that reloads it and shows problems and drafts."""
        file = request.url.path.lstrip("/")
        if not file or file.endswith("/"):
            file += INDEX
        served = self.site.serve(file)
        if not served.found and not PurePosixPath(file).suffix and self.site.serve(f"{file}/{INDEX}").found:
            return RedirectResponse(f"/{file}/", headers=FRESH)
        body, kind = served.data, _type(file) if served.found else TYPES["html"]
        if kind == TYPES["html"]:
            state = f'data-version="{self.site.version}" data-drafts="{served.drafts}"'
            styles = f'<link rel="stylesheet" href="{OWN}/client.css">'
            client = f'{styles}<script src="{OWN}/client.js" {state} defer></script></head>'
            body = BASE.sub(b'<base href="/"', body or EMPTY).replace(b"</head>", client.encode(), 1)
        return Response(body, 200 if served.found else 404, FRESH, kind)

    async def events(self, _request: Request) -> Response:
        """Answer with a stream of states, one now and one at each change."""
        return StreamingResponse(self._states(), headers=FRESH, media_type="text/event-stream")

    async def _states(self) -> AsyncIterator[str]:
        while True:
            version = self.site.version
            state = {"version": version, "problems": as_text(self.site.problems)}
            yield f"data: {json.dumps(state)}\n\n"
            async with self.site.changed:
                while self.site.version == version:
                    await self.site.changed.wait()


def _type(file: str) -> str:
    path = PurePosixPath(file)
    return TYPES_OF_NAMES.get(path.name) or TYPES.get(path.suffix[1:], "application/octet-stream")
