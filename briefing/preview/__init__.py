"""The preview: the site as it would be, served from memory to one's own machine, and new as soon as a file is saved.

`site.py` builds it by the one pipeline, `server.py` serves it, `client.js` and `client.css` are added to each page.
"""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Awaitable, Callable

import uvicorn
from watchfiles import Change, awatch

from briefing.preview.server import application
from briefing.preview.site import PreviewSite
from briefing.problems import UsageError
from briefing.settings import Settings

HOST = "127.0.0.1"
SETTLING = 50
"""Milliseconds without a change after which a save is taken to be done: editors write a file in several steps."""
STEP = 10
"""Milliseconds between two looks for changes."""
Changes = set[tuple[Change, str]]


def serve(settings: Settings, port: int, tell: Callable[[str], None]) -> None:
    """Serve the preview until it is stopped, and tell where. Raises UsageError where the port is taken."""
    listening = _listening(port)
    asyncio.run(_serve(settings, listening, tell))


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
        listening.listen()
    except OSError as error:
        message = f"port {port} is taken by another program ({error.strerror}); name another with --port"
        raise UsageError(message) from error
    return listening


async def _serve(settings: Settings, listening: socket.socket, tell: Callable[[str], None]) -> None:
    """Watch and serve at once; when one of the two ends, so does the other, and what ended the watching is raised."""
    changes = awatch(settings.content, settings.templates, debounce=SETTLING, step=STEP)
    first = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)  # from here on it watches: what is saved while the site is read is not missed
    site = PreviewSite(settings)
    watching = asyncio.create_task(_watch(site, first, changes))
    tell(f"serve: http://{HOST}:{listening.getsockname()[1]}/ shows every change as it is saved; Ctrl-C stops it")
    config = uvicorn.Config(application(site), log_level="warning", timeout_graceful_shutdown=1, server_header=False)
    server = uvicorn.Server(config)
    watching.add_done_callback(lambda _: setattr(server, "should_exit", True))
    await server.serve(sockets=[listening])
    watching.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await watching


async def _watch(site: PreviewSite, first: Awaitable[Changes], further: AsyncIterator[Changes]) -> None:
    await site.refresh({path for _, path in await first})
    async for changes in further:
        await site.refresh({path for _, path in changes})
