"""Questions about a post that several rules ask."""
