"""What can stop a run, and what can spoil one input. Both carry one sentence that says what, where and the remedy."""


class DatelineError(Exception):
    """Stops the run: a bad argument or resource. Takes one string, so that it pickles between processes."""


class InputError(Exception):
    """Spoils one input: it becomes a row of `rejects` and the run goes on. Takes one string."""
