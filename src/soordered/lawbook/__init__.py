"""lawbook."""
