"""What reads papers and codes for the visitor: a scanner that types, a camera."""
