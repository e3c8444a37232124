"""Mention -> Actor, Place; words -> TimeRef."""
