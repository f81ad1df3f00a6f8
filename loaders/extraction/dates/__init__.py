"""When: dated expressions as EDTF, datelines, and what a date is said of."""
