"""Facts files to tables: read, anchor each fact in its text, derive days, write."""
