"""The commands for editors: new, index, status, accept, audit, schema, explain; a module for each.

They know the content, its checks and its reviews, and may not know pages.
"""
