"""The preview: the site as it would be, served from memory to one's own machine, and new as soon as a file is saved.

`live.py` knows the site, `server.py` serves it, `client.js` and `client.css` are what it adds to each page.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

import uvicorn
from watchfiles import awatch

from briefing.preview.live import Live
from briefing.preview.server import application
from briefing.problems import UsageError
from briefing.settings import Settings

HOST = "127.0.0.1"
SETTLING = 50
"""Milliseconds without a change after which a save is taken to be done: editors write a file in several steps."""
STEP = 10
"""Milliseconds between two looks for changes."""


def serve(settings: Settings, port: int, tell: Callable[[str], None]) -> None:
    """Serve the preview until it is stopped, and tell where. Raises UsageError where the port is taken."""
    listening = _listening(port)
    live = Live(settings)
    tell(f"serve: http://{HOST}:{listening.getsockname()[1]}/ shows every change as it is saved; Ctrl-C stops it")
    asyncio.run(_serve(live, listening))


def _listening(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as error:
        message = f"port {port} is taken by another program ({error.strerror}); name another with --port"
        raise UsageError(message) from error
    return listening


async def _serve(live: Live, listening: socket.socket) -> None:
    """Serve and watch at once; when the server stops, so does the watching."""
    config = uvicorn.Config(application(live), log_level="warning", timeout_graceful_shutdown=1, server_header=False)
    server = uvicorn.Server(config)
    watching = asyncio.create_task(_watch(live))
    await server.serve(sockets=[listening])
    watching.cancel()


async def _watch(live: Live) -> None:
    folders = (live.settings.content, live.settings.templates)
    async for changes in awatch(*folders, debounce=SETTLING, step=STEP):
        await live.refresh({path for _, path in changes})
