"""YAML into typed records, with the place of every value.

It may not know HTML or the output folder.
"""
