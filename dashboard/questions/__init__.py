"""What the pages ask of the tables: pure functions, tables and arguments in, frames out."""
