"""What `leakguard gate` stands on: what CI says is to be judged, and how findings are told it."""
