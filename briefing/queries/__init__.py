"""Pure questions to loaded content: comparison, source coverage, usage.

They return values, and may not know HTML.
"""
