"""What was coded -> files: one module per output format."""
