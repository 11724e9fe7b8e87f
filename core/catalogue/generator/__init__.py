"""Reads, checks and writes out the catalogue; see ../README.md."""
