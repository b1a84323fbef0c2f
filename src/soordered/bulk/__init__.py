"""Millions of deadlines at once: Parquet or CSV in and out, in blocks, with bounded memory and no database."""
