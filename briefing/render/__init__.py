"""A page into bytes: templates, assets, static files.

It knows how every page is rendered, and may not know any particular page.
"""
