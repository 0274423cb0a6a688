"""What excuses a finding: an allowance beside it, or an entry of the baseline."""
