"""A page -> bytes: templates, static files, and the text of the content in the language of the page.

It knows how any page is rendered, and may not know any particular page.
"""
