"""The preview: the site of the content as saved, served from memory to this machine only, and reloaded at each save.

`site.py` builds it by the one pipeline, `server.py` serves it, `client.js` and `client.css` are added to each page.
"""

import asyncio
import contextlib
import socket
from collections.abc import Callable

import uvicorn
from watchfiles import awatch

from briefing.preview.server import application
from briefing.preview.site import PreviewSite
from briefing.problems import UsageError
from briefing.settings import Settings

HOST = "127.0.0.1"


def serve(settings: Settings, port: int, tell: Callable[[str], None]) -> None:
    """Serve the preview until it is stopped; `tell` is told its address. Raises UsageError if the port is taken."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((HOST, port))
            listening.listen()
        except OSError as error:
            message = f"port {port} is taken by another program ({error.strerror}); name another with --port"
            raise UsageError(message) from error
        asyncio.run(_serve(settings, listening, tell))


async def _serve(settings: Settings, listening: socket.socket, tell: Callable[[str], None]) -> None:
    """Watch and serve at once; when one of the two ends, so does the other, and what ended the watching is raised."""
    # Editors save in several steps: changes are passed on after 10 ms without another, and after 50 ms at the latest.
    changes = awatch(settings.content, settings.templates, debounce=50, step=10)
    first = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)  # from here on it watches: what is saved while the site is read is not missed
    site = PreviewSite(settings)

    async def watch() -> None:
        await site.refresh(path for _, path in await first)
        async for each in changes:
            await site.refresh(path for _, path in each)

    watching = asyncio.create_task(watch())
    tell(f"serve: http://{HOST}:{listening.getsockname()[1]}/ shows every change as it is saved; Ctrl-C stops it")
    config = uvicorn.Config(application(site), log_level="warning", timeout_graceful_shutdown=1, server_header=False)
    server = uvicorn.Server(config)
    watching.add_done_callback(lambda _: setattr(server, "should_exit", True))
    await server.serve(sockets=[listening])
    watching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watching
