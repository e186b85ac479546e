"""Torture: the power cut, the server killed, writes failing, clocks jumping, databases failing over, desks in a crowd.

`./run torture` runs it at length; the tests beside it are the short versions. After each the judge in `tests/history`
holds everything clients were told against what is there.
"""
