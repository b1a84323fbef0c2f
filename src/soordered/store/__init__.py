"""The record on disk: Django's ORM over SQLite or PostgreSQL; rows become values here and nowhere else."""
