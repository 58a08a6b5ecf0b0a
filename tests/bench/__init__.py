"""Measurements on data that is not the project's, where it is: `make bench`, and the last part of `make eval`."""
