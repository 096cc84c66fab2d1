"""The generator: `content/` and `templates/` in, a static site out.

CONTRIBUTING.md draws the packages and their order.
"""
