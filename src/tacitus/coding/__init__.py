"""Predicate and what was resolved -> EventMention, Quote, Figure."""
