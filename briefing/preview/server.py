"""The preview's server: files from memory, and nothing else of this machine; for this machine only."""

import json
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
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
from briefing.preview.site import PreviewSite, Served, file_at
from briefing.urls import INDEX

OWN = "/~preview"
"""What the preview adds lies here: no page of a site has such an address."""
CLIENT = {"client.js", "client.css"}
HOSTS = ["127.0.0.1", "localhost"]
"""By which this machine may be asked: a page elsewhere could otherwise lead a browser here under a name of its own."""
FRESH = {"Cache-Control": "no-store"}
EMPTY = b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body></body></html>'
"""What stands beneath the problems where no page was ever in order."""
BASE = re.compile(rb'<base href="[^"]*"')
"""Where the links of a page start from that stands for any address: here the site stands at the root."""


def application(site: PreviewSite) -> Starlette:
    """Return the application that serves a site."""
    server = _Server(site)
    routes = [
        Route(f"{OWN}/events", server.events),
        Route(f"{OWN}/{{name}}", server.own),
        Route("/{path:path}", server.page),
    ]
    return Starlette(routes=routes, middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=HOSTS)])


@dataclass(frozen=True)
class _Server:
    site: PreviewSite

    async def page(self, request: Request) -> Response:
        """Answer with a file of the site."""
        file = file_at(request.url.path)
        served = self.site.serve(file)
        if not served.found and not PurePosixPath(file).suffix and self.site.serve(f"{file}/{INDEX}").found:
            return RedirectResponse(f"/{file}/", headers=FRESH)
        kind = _type(file) if served.found else TYPES["html"]
        body = self._with_client(served) if kind == TYPES["html"] else served.data
        return Response(body, 200 if served.found else 404, FRESH, kind)

    async def own(self, request: Request) -> Response:
        """Answer with the script or the styles that every page is given."""
        name = request.path_params["name"]
        if name not in CLIENT:
            return Response(status_code=404)
        return Response(files(__package__).joinpath(name).read_bytes(), 200, FRESH, _type(name))

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

    def _with_client(self, served: Served) -> bytes:
        """Give a page the script that reloads it, and say how much of it nobody has looked at."""
        state = f'data-version="{self.site.version}" data-drafts="{served.drafts}"'
        client = f'<link rel="stylesheet" href="{OWN}/client.css"><script src="{OWN}/client.js" {state} defer></script>'
        page = BASE.sub(b'<base href="/"', served.data or EMPTY)
        return page.replace(b"</head>", client.encode() + b"</head>", 1)


def _type(file: str) -> str:
    path = PurePosixPath(file)
    return TYPES_OF_NAMES.get(path.name) or TYPES.get(path.suffix[1:], "application/octet-stream")
