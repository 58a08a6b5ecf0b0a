"""Quotes: who says, thinks or wants what. Read `find.py` first."""
