"""What `check` looks for, one module per concern: each gives findings, none changes anything."""
