"""Which days count, and landing on an open one."""
