"""Clauses, action verbs and the tasks they add up to."""
