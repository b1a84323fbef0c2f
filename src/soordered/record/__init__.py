"""The record of a matter: entries, chain, commitments, signatures, one file to export and verify; knows no database."""
