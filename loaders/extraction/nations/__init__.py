"""Which nations a text names, one by one and in lists."""
