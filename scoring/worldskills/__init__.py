"""The WorldSkills scale, medals and best of nation (docs/algorithms/worldskills.md)."""
