"""Who has looked at which text and figure, what has changed since, and versions.

It may not know HTML.
"""
