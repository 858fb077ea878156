"""Newsdesk: a desktop newsroom that writes, credits, files and exports articles."""

__version__ = "0.1.0"
