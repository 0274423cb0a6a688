"""The rule pack: one module a rule or a family of them. Shipped as `leakguard.rules`."""
