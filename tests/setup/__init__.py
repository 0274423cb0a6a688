"""What `leakguard init` writes."""
