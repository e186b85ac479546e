"""The acts: what a visitor, a clerk or an operator can make happen, each in one transaction."""
