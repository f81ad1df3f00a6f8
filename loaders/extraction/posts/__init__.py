"""The posts persons hold: titles taken apart, before a name, behind it, told by a verb."""
