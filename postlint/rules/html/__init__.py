"""The family `html`."""
