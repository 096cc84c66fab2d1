"""Figures: numerals, the source's wording read, and every language's own way of writing them."""
