"""Dates, periods, durations and recurring times with their values and roles."""
