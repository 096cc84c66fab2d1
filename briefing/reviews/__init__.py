"""Reviews: who has looked at which text and figure, and what has changed since; versions for citations.

It knows the content, and may not know HTML.
"""
