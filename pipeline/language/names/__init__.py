"""Where an article names people, places, organisations, treaties and wars."""
