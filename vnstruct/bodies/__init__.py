"""Bodies, offices and groups of them: names, coordination, registry look-up, roles."""
