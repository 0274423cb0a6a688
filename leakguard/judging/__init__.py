"""From what rules saw to what is asserted: judged, overlaps resolved, put into pairs, placed."""
