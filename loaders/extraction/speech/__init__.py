"""Who said what: quotations and reported clauses, their attribution, and whom a pronoun means."""
