"""What commits bring in and take out, and which of them a finding is from."""
