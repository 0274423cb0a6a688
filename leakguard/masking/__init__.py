"""How scanned text gets shown: with every value in it masked."""
