"""Where things come from: spans, quotes, citations, reasons and problems."""
