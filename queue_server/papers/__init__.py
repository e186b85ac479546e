"""A check as plain values: begun, answered, judged and worded, by the server and by a kiosk without it alike."""
