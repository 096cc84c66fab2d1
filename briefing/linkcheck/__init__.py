"""What can only be said of finished pages: links, fragments, twins, removed pages.

It reads published bytes, and may not know templates.
"""
