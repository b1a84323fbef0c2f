"""The command line: parse, call, show. One verb a file, loaded when it is called."""
