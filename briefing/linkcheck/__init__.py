"""Links, fragments and ids of finished pages, their twins in other languages, redirects and removed pages.

It reads published bytes, and may not know templates.
"""
