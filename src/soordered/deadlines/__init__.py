"""From rules and facts to dates, each with its readings, steps and authority."""
