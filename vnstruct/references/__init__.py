"""Citations of official documents: mentions, pinpoints, resolution, URIs."""
