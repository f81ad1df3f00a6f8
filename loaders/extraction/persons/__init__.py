"""The persons of an article: their names, rank, nationality, one individual per person."""
