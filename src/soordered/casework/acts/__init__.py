"""The use cases, one a file: each asks the policy table, decides, records, and answers with a value."""
