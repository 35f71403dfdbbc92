"""What is learnt from annotated documents; the pipeline itself imports nothing from here."""
