"""One module per page: it asks a question, draws the answer, and shows what it rests on."""
