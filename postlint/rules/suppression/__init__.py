"""Rules for comments that disable or enable rules."""
