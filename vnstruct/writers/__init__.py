"""Structured directives become files."""
