"""The rules of the trade: papers, numbers, the queue. Standard library only, no I/O."""
