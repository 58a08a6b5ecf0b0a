"""Figures about the world: how many, how much, whose, and which event they measure. Read `find.py` first."""

from pipeline.language.quantities.find import Measured, Quantity, find_quantities
from pipeline.language.quantities.words import Quantities

__all__ = ["Measured", "Quantities", "Quantity", "find_quantities"]
