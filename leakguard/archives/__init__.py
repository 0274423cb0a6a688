"""Archives: what is packed in a file, read without a trace on the disk and within limits.

Nothing is believed of what an archive says about itself: kinds are told by content, sizes by what
comes out, and a name is a text to show, never a place to write to.
"""
