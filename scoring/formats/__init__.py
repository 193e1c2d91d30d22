"""Forms of contest that are not marked on sheets of aspects (docs/algorithms/formats.md)."""
