"""What a project needs so that leakguard looks by itself: hooks, a workflow, a .gitignore."""
