"""Which mentions of events mean one event, in an article and across articles. Read `resolve.py` first."""
