"""The tables of a briefing's figures, measures and entities, as files to download and as a data dictionary.

It knows the localizer of each language, and may not know pages, exports or the PDF.
"""

from briefing.downloads.dictionary import DOCUMENTED
from briefing.downloads.files import downloads, shared_downloads

__all__ = ["DOCUMENTED", "downloads", "shared_downloads"]
