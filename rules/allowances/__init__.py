"""Rules about allowances."""
