"""The task sheet: who does what, with whom, by when."""
