"""What the text around a value says of it: where it ends, how it is called, and whose it is."""
