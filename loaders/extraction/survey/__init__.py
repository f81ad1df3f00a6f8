"""What is named where in an article, read once and used by every rule about its affairs."""
