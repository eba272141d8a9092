"""Small repairs that make a block parse, to tell an incomplete excerpt from a broken one."""
