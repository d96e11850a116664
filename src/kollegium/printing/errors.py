"""The refusals of printing."""


class PrintingFailed(Exception):
    """The document could not be printed; the message says why, for the log."""


class PrintingTimedOut(PrintingFailed):
    """The document took longer than the limit and was given up."""
