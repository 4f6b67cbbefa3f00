"""What is known of English words: tables, each with the reason for its edges."""
