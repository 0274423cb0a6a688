"""The way out for one key: where it stands in every form, and how a repository gets rid of it."""
