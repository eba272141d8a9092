"""Signs of a site that several generators have."""

from __future__ import annotations

from postlint.core.generator.detection import Sign


def script_names(*stems: str) -> frozenset[str]:
    """The names of settings files in JavaScript or TypeScript.

    >>> sorted(script_names("astro.config"))[:3]
    ['astro.config.cjs', 'astro.config.cts', 'astro.config.js']
    """
    return frozenset(f"{stem}.{module}{language}s" for stem in stems for module in ("", "c", "m") for language in "jt")


def package_sign(*packages: str) -> Sign:
    """A dependency of `package.json`, in a folder that also looks like a site of Jekyll."""
    return Sign(90, frozenset({"_config.yml", "_config.yaml", "_posts"}), lambda folder: folder.package in packages)
