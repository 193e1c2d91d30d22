"""Pairing codes: eight characters of an alphabet without look-alikes (no 0, 1, I, O), 40 bits, shown as XXXX-XXXX."""

from collections.abc import Callable

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
LENGTH = 8


def new_code(choose: Callable[[str], str]) -> str:
    """`choose` picks one character; the caller brings the randomness."""
    return "".join(choose(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


def normalise(typed: str) -> str:
    """However it was typed: small letters, spaces, dashes."""
    return "".join(character for character in typed.upper() if character in ALPHABET)
