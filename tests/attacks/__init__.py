"""Hostile content: what is put into it, where, and the trap that shows whether any of it comes alive."""
