"""The command `serve`: a module of its own, since only the preview needs a server to be loaded."""

from argparse import Namespace as Options

from briefing import preview
from briefing.cli.arguments import output_of
from briefing.settings import Settings


def serve(options: Options) -> None:
    """Show the site on this machine until Ctrl-C, new at each save."""
    settings = Settings(options.content, options.templates, output_of(options), options.base_url)
    preview.serve(settings, options.port, lambda text: print(text, flush=True))
