"""Scoring of contests and skills tests: pure functions over frozen values, standard library only.

Decimals in, decimals out; no clock, no randomness, no I/O. The rules are described in docs/algorithms/.
"""
