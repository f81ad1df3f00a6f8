"""Files in, documents out: encodings, page furniture, paragraphs, sentences, quotation marks."""
