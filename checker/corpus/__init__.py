"""Many articles at once: which words travelled, who had them first as far as the corpus shows, who cites whom."""
