"""When do two mentions name one thing?"""
