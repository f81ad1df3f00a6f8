"""Reading an article's facts over: uploads, proofs, passages, saving so that nothing is lost."""
