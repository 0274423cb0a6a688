"""What the credentials of crypto exchanges look like."""
