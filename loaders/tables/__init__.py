"""The tables: declared once, written as Parquet, read back as typed pandas frames."""
