"""Coded events against gold records, and data entries against their own examples."""
