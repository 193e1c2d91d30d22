"""Text that people typed, fit for every database, log and screen."""


def printable(text: str) -> str:
    """Control characters (PostgreSQL refuses NUL) and broken code points become a visible mark."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
