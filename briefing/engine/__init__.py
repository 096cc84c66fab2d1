"""A build: staging folder, units one after another, cache, processes, publishing.

It runs every stage, and may not know what a page holds.
"""
