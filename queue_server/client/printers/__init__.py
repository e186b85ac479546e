"""The ways a slip reaches paper."""
