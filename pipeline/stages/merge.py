"""Events → stories: one row per real-world event, however many articles tell it."""
